package curso.cli.terminal;

/// Uma linha que se reescreve enquanto se espera; fora de um terminal não aparece. Fechar a apaga.
public final class Andamento implements AutoCloseable {

    private final Tela tela;
    private boolean escrito;

    public Andamento(Tela tela) {
        this.tela = tela;
    }

    public synchronized void mostrar(String frase) {
        if (tela.terminal()) {
            escrito = true;
            tela.erros().print("\r\u001b[K  " + tela.pincel().fraco(Texto.encurtar(frase, tela.largura() - 5))); // sobram colunas para o «^C» do terminal não partir
            tela.erros().flush();
        }
    }

    @Override
    public synchronized void close() {
        if (escrito) {
            tela.erros().print("\r\u001b[K");
            tela.erros().flush();
        }
    }
}
