package rinha.credito.contrato;

import rinha.credito.conta.Tipo;

/// Lê o corpo de `POST /clientes/{id}/transacoes` com o rigor do contrato.
///
/// Campos a mais são ignorados, desde que bem formados; campos repetidos são recusados, porque cada leitor escolheria um.
/// À mão, e não com o Jackson, por tempo e memória (`LeitorBenchmark`); o Jackson é o juiz nos testes.
public final class LeitorDeTransacao {
    private static final int MAXIMO_DE_CARACTERES = 10;

    private final CursorJson json;
    private boolean temValor;
    private long valor;
    private Tipo tipo;
    private String descricao;

    private LeitorDeTransacao(byte[] corpo, int tamanho) {
        json = new CursorJson(corpo, tamanho);
    }

    /// A transação nos primeiros `tamanho` bytes de `corpo`, ou por que não há uma; nunca lança.
    public static Leitura ler(byte[] corpo, int tamanho) {
        try {
            return new LeitorDeTransacao(corpo, tamanho).objeto();
        } catch (Invalido e) {
            return e.recusa();
        }
    }

    private Leitura objeto() throws Invalido {
        json.exigir('{');
        if (!json.aceitar('}')) {
            do {
                campo();
            } while (json.aceitar(','));
            json.exigir('}');
        }
        json.exigirFim();
        if (!temValor || tipo == null || descricao == null) {
            return Recusa.CAMPO_AUSENTE;
        }
        if (valor <= 0) {
            return Recusa.VALOR_NAO_POSITIVO;
        }
        return new Leitura.Lida(valor, tipo, descricao);
    }

    private void campo() throws Invalido {
        String nome = json.texto();
        json.exigir(':');
        switch (nome) {
            case "valor" -> lerValor();
            case "tipo" -> lerTipo();
            case "descricao" -> lerDescricao();
            default -> json.pularValor();
        }
    }

    private void lerValor() throws Invalido {
        umaSoVez(temValor);
        int c = json.espiar();
        if (c != '-' && (c < '0' || c > '9')) {
            throw naoE(Recusa.VALOR_NAO_INTEIRO);
        }
        valor = json.inteiro();
        temValor = true;
    }

    private void lerTipo() throws Invalido {
        umaSoVez(tipo != null);
        if (json.espiar() != '"') {
            throw naoE(Recusa.TIPO_INVALIDO);
        }
        tipo = switch (json.texto()) {
            case "c" -> Tipo.CREDITO;
            case "d" -> Tipo.DEBITO;
            default -> throw Recusa.TIPO_INVALIDO.comoExcecao();
        };
    }

    private void lerDescricao() throws Invalido {
        umaSoVez(descricao != null);
        if (json.espiar() != '"') {
            throw naoE(Recusa.DESCRICAO_INVALIDA);
        }
        String texto = json.texto();
        // Um caractere fora do plano básico (😀) ocupa dois chars em Java, mas é um só caractere para quem escreve.
        // O NUL é recusado porque o PostgreSQL não o guarda em texto.
        if (texto.isEmpty() || texto.codePointCount(0, texto.length()) > MAXIMO_DE_CARACTERES || texto.indexOf('\0') >= 0) {
            throw Recusa.DESCRICAO_INVALIDA.comoExcecao();
        }
        descricao = texto;
    }

    private static void umaSoVez(boolean jaVeio) throws Invalido {
        if (jaVeio) {
            throw Recusa.CAMPO_REPETIDO.comoExcecao();
        }
    }

    /// Um valor do tipo errado só é culpa do campo se ele mesmo estiver bem formado.
    private Invalido naoE(Recusa recusa) throws Invalido {
        json.pularValor();
        return recusa.comoExcecao();
    }
}
