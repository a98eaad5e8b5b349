package curso.bancada.correcao.intercalada;

/// O mesmo que [ListaSemTrava], um de cada vez.
public final class ListaComTrava extends ListaSemTrava {

    @Override
    public synchronized void run() {
        super.run();
    }
}
