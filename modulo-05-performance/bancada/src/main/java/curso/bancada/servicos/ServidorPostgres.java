package curso.bancada.servicos;

import java.sql.SQLException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Um PostgreSQL que responde, seja de onde for.
final class ServidorPostgres implements Postgres, Servico {
    private final Origem origem;
    private final EnderecoDoPostgres manutencao;
    private final ConexaoDeManutencao conexao;
    private final Runnable encerramento;
    private final String versao;
    private final String prefixo = "curso_" + UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger sequencia = new AtomicInteger();
    private final Queue<String> livres = new ConcurrentLinkedQueue<>();
    private volatile boolean fechado;

    ServidorPostgres(Origem origem, EnderecoDoPostgres manutencao, Runnable encerramento) {
        this.origem = origem;
        this.manutencao = manutencao;
        this.conexao = new ConexaoDeManutencao(manutencao);
        this.encerramento = encerramento;
        this.versao = consultar("show server_version").split(" ")[0];
    }

    @Override
    public Banco novoBanco() {
        String livre = livres.poll();
        String nome = livre != null ? livre : criar();
        return new Banco(manutencao.comBanco(nome), () -> devolver(nome));
    }

    private String criar() {
        String nome = nomeNovo();
        comandar("create database " + nome);
        return nome;
    }

    private String nomeNovo() {
        return prefixo + "_" + sequencia.incrementAndGet();
    }

    private void devolver(String nome) {
        if (fechado || !FaxinaDeBanco.limpar(manutencao.comBanco(nome)) || !rebatizar(nome)) {
            apagar(nome);
        }
    }

    /// Um pool que o aluno esqueceu aberto se reconecta pelo nome: com outro nome, não entra no banco de quem vier depois.
    private boolean rebatizar(String nome) {
        String outro = nomeNovo();
        try {
            comandar(FaxinaDeBanco.REBATIZAR.formatted(nome, nome, nome, outro));
            livres.add(outro);
            return true;
        } catch (FalhaDeServico e) {
            return false;
        }
    }

    private void apagar(String nome) {
        try {
            comandar("drop database if exists " + nome + " with (force)");
        } catch (FalhaDeServico e) {
            if (vivo()) {
                throw e;
            }
            // Servidor morto: o banco se foi com ele, e a falha que importa é a de quem o usava.
        }
    }

    @Override
    public boolean vivo() {
        // Um servidor sem vagas para conexões também está vivo.
        return !fechado && (conexao.responde() || Rede.aceitaConexoes(manutencao.host(), manutencao.porta()));
    }

    @Override
    public Origem origem() {
        return origem;
    }

    @Override
    public String versao() {
        return versao;
    }

    @Override
    public String url() {
        return manutencao.jdbcComConta();
    }

    @Override
    public int porta() {
        return manutencao.porta();
    }

    @Override
    public void encerrar() {
        fechado = true;
        if (origem == Origem.ENDERECO) {
            // O servidor continua depois de nós: nenhum banco nosso fica nele.
            livres.forEach(this::apagar);
        }
        conexao.close();
        encerramento.run();
    }

    private void comandar(String sql) {
        try {
            conexao.executar(sql);
        } catch (SQLException e) {
            throw falha(sql, e);
        }
    }

    private String consultar(String sql) {
        try {
            return conexao.consultar(sql);
        } catch (SQLException e) {
            throw falha(sql, e);
        }
    }

    private FalhaDeServico falha(String sql, SQLException e) {
        return new FalhaDeServico("O PostgreSQL recusou «%s» (%s, origem=%s, vivo=%s): %s".formatted(sql, manutencao, origem, vivo(), e.getMessage()),
                "o servidor precisa estar vivo e a conta precisa poder criar bancos",
                vivo() ? "confira a conta e as permissões" : "peça outro servidor a Servicos.postgres(), ou confira o endereço em CURSO_POSTGRES_URL", e);
    }
}
