package rinha.credito.armazenamento;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import rinha.credito.conta.Resultado;
import rinha.credito.conta.Transacao;

/// As idas ao PostgreSQL que mudam saldo: uma chamada de função cada, com o COMMIT incluído (autocommit).
final class EscritasPostgres {
    private static final String APLICAR = "SELECT limite, saldo FROM aplicar(?, ?, ?)";
    private static final String APLICAR_LOTE_DE_UMA = "SELECT limite, saldo FROM aplicar_lote_de_uma(?, ?, ?, ?, ?)";
    private static final String APLICAR_LOTE = "SELECT limites, saldos FROM aplicar_lote(?, ?, ?, ?, ?)";
    private static final String TRAVAR_TODOS = "SELECT id FROM clientes ORDER BY id FOR UPDATE";
    private static final String ZERAR_SALDOS = "UPDATE clientes SET saldo = 0, numero = 0";
    private static final String APAGAR_TRANSACOES = "TRUNCATE transacoes";

    private EscritasPostgres() {}

    static Resultado aplicar(Connection conexao, Transacao transacao) throws SQLException {
        try (var comando = conexao.prepareStatement(APLICAR)) {
            return responder(comando, 1, transacao);
        }
    }

    /// O mesmo que [#aplicarLote] com uma transação só, por um caminho mais curto; vale apenas na primeira tentativa do lote.
    static Resultado aplicarLoteDeUma(Connection conexao, long escritor, long numero, Transacao transacao) throws SQLException {
        try (var comando = conexao.prepareStatement(APLICAR_LOTE_DE_UMA)) {
            comando.setLong(1, escritor);
            comando.setLong(2, numero);
            return responder(comando, 3, transacao);
        }
    }

    /// @param primeiro a posição do primeiro dos três parâmetros da transação
    private static Resultado responder(PreparedStatement comando, int primeiro, Transacao transacao) throws SQLException {
        comando.setInt(primeiro, transacao.cliente());
        comando.setLong(primeiro + 1, transacao.valorComSinal());
        comando.setString(primeiro + 2, transacao.descricao());
        try (var linha = comando.executeQuery()) {
            linha.next();
            return Respostas.de(transacao.tipo(), linha.getObject(1, Long.class), linha.getObject(2, Long.class));
        }
    }

    static List<Resultado> aplicarLote(Connection conexao, long escritor, long numero, List<Transacao> transacoes) throws SQLException {
        long[] ordem = porCliente(transacoes);
        int n = ordem.length;
        var clientes = new int[n];
        var valores = new long[n];
        var descricoes = new String[n];
        for (int i = 0; i < n; i++) {
            var transacao = transacoes.get((int) ordem[i]);
            clientes[i] = transacao.cliente();
            valores[i] = transacao.valorComSinal();
            descricoes[i] = transacao.descricao();
        }
        try (var comando = conexao.prepareStatement(APLICAR_LOTE)) {
            comando.setLong(1, escritor);
            comando.setLong(2, numero);
            comando.setObject(3, clientes);
            comando.setObject(4, valores);
            comando.setObject(5, descricoes);
            try (var linha = comando.executeQuery()) {
                linha.next();
                return naOrdemDeChegada(transacoes, ordem, (Long[]) linha.getArray(1).getArray(), (Long[]) linha.getArray(2).getArray());
            }
        }
    }

    /// Os índices por cliente e, dentro dele, por chegada: a função SQL trava as linhas nessa ordem, e nela os limites valem.
    private static long[] porCliente(List<Transacao> transacoes) {
        var chaves = new long[transacoes.size()];
        for (int i = 0; i < chaves.length; i++) {
            chaves[i] = (long) transacoes.get(i).cliente() << 32 | i;
        }
        Arrays.sort(chaves);
        return chaves;
    }

    private static List<Resultado> naOrdemDeChegada(List<Transacao> transacoes, long[] ordem, Long[] limites, Long[] saldos) {
        var resultados = new Resultado[ordem.length];
        for (int i = 0; i < ordem.length; i++) {
            int chegada = (int) ordem[i];
            resultados[chegada] = Respostas.de(transacoes.get(chegada).tipo(), limites[i], saldos[i]);
        }
        return Arrays.asList(resultados);
    }

    static void zerar(Connection conexao) throws SQLException {
        NumaTransacao.executar(conexao, _ -> {
            try (var comando = conexao.createStatement()) {
                // Na mesma ordem dos lotes, para não formar impasse com eles.
                comando.execute(TRAVAR_TODOS);
                comando.execute(ZERAR_SALDOS);
                comando.execute(APAGAR_TRANSACOES);
            }
        });
    }
}
