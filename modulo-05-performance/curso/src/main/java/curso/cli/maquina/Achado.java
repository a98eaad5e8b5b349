package curso.cli.maquina;

/// O que se viu de um item da máquina.
///
/// @param proximoPasso o que fazer; vazio quando está tudo certo
record Achado(String item, Estado estado, String visto, String proximoPasso) {

    enum Estado { CERTO, ATENCAO, ERRADO }

    static Achado certo(String item, String visto) {
        return new Achado(item, Estado.CERTO, visto, "");
    }

    static Achado atencao(String item, String visto, String proximoPasso) {
        return new Achado(item, Estado.ATENCAO, visto, proximoPasso);
    }

    static Achado errado(String item, String visto, String proximoPasso) {
        return new Achado(item, Estado.ERRADO, visto, proximoPasso);
    }
}
