package curso.bancada.catalogo;

/// O que o mapa sabe de um exercício: número (`03.1`), classe, título e minutos previstos.
public record FichaDeExercicio(String numero, String classe, String titulo, int minutos) {

    public FichaDeExercicio {
        if (numero == null || !numero.matches("\\d\\d\\.\\d")) {
            throw new IllegalArgumentException("numero=" + numero + ": o número de um exercício é como 03.1");
        }
        if (classe == null || !classe.matches("[A-Z]\\w*")) {
            throw new IllegalArgumentException("classe=" + classe + ": esperado o nome simples de uma classe, em " + numero);
        }
        if (titulo == null || titulo.isBlank() || minutos <= 0) {
            throw new IllegalArgumentException("exercício " + numero + ": título e minutos são obrigatórios");
        }
    }

    /// O número da aula, por exemplo `03`.
    public String aula() {
        return numero.substring(0, 2);
    }
}
