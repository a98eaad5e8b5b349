package curso.bancada.medicao;

/// Um arquivo de medições ou da teoria não está como devia; a mensagem diz qual, onde e o que fazer.
public final class MedicaoInvalida extends RuntimeException {

    public MedicaoInvalida(String mensagem) {
        super(mensagem);
    }

    public MedicaoInvalida(String mensagem, Throwable causa) {
        super(mensagem, causa);
    }
}
