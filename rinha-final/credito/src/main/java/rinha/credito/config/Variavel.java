package rinha.credito.config;

/// Cada variável de ambiente que a API lê, com o padrão e o que ela faz: a única fonte, da qual o README é conferido.
public enum Variavel {
    ENDERECO("127.0.0.1", "Endereço em que a API escuta; num contêiner, 0.0.0.0."),
    PORTA("8080", "Porta em que a API escuta; 0 escolhe uma livre."),
    ARMAZENAMENTO("postgres", "Onde as contas moram: postgres ou sqlite."),
    ESCRITA("lote", "Como se grava: lote (transações juntas num commit) ou simples (um commit cada)."),
    POSTGRES_URL("jdbc:postgresql://localhost:5432/rinha", "Endereço JDBC do PostgreSQL."),
    POSTGRES_USUARIO("rinha", "Usuário do PostgreSQL."),
    POSTGRES_SENHA("rinha", "Senha do PostgreSQL."),
    POSTGRES_SENHA_ARQUIVO("", "Arquivo que traz a senha do PostgreSQL, como um segredo do Docker, no lugar de CREDITO_POSTGRES_SENHA."),
    SQLITE_ARQUIVO("dados/credito.db", "Arquivo do SQLite; as instâncias compartilham o mesmo."),
    POOL_TAMANHO("4", "Conexões com o PostgreSQL, ou leitores do SQLite."),
    LOTE_TAMANHO("128", "Quantas transações vão num lote, no máximo."),
    LOTE_ESPERA_US("2000", "Quantos microssegundos um lote espera, no máximo, por mais transações, se os anteriores foram maiores; 0 nunca espera."),
    FILA_TAMANHO("1024", "Quantas transações esperam ao mesmo tempo; a seguinte recebe 503."),
    PRAZO_CONEXAO_MS("1000", "Quanto se espera por uma conexão do pool."),
    PRAZO_CONSULTA_MS("2000", "Quanto dura um comando no banco, no máximo."),
    PRAZO_ESCRITA_MS("2000", "Quanto uma transação espera na fila antes de receber 503."),
    PRAZO_DESFECHO_MS("10000", "Quanto se insiste para saber se um lote interrompido foi aplicado."),
    PRAZO_OCIOSO_MS("75000", "Quanto uma conexão fica aberta sem pedidos; mais que o do balanceador."),
    PRAZO_PEDIDO_MS("5000", "Quanto se espera pelos cabeçalhos de um pedido e, depois, pelo corpo, que então recebe 408."),
    PRAZO_ENCERRAMENTO_MS("10000", "Quanto se espera, ao encerrar, pelos pedidos em curso."),
    DRENO_MS("1000", "Quanto, ao encerrar, ainda se atende anunciando a saída, antes de fechar a porta: folga para duas sondas do balanceador."),
    CORPO_MAXIMO("4096", "Bytes de um corpo, no máximo; acima disso, 413."),
    CONEXOES_MAXIMAS("2048", "Conexões abertas ao mesmo tempo, no máximo."),
    CACHE_CLIENTES_MS("10000", "Por quanto tempo se lembra que um cliente existe; 0 pergunta sempre ao banco."),
    LIMITE("desligado", "Limite de pedidos por cliente: desligado, local ou redis (um só para todas as instâncias)."),
    LIMITE_POR_SEGUNDO("100", "Pedidos por segundo e por cliente, quando há limite."),
    REDIS_URL("redis://localhost:6379", "Endereço do Redis, quando o limite é redis."),
    AQUECIMENTO_MS("0", "Quanto, no máximo, a instância se aquece com pedidos a si mesma antes de /ready; 0 não aquece."),
    COMPRESSAO("nao", "Comprime respostas grandes com gzip: sim ou nao."),
    METRICAS("sim", "Mede cada rota e responde em GET /metrics: sim ou nao."),
    RESET("nao", "Aceita POST /reset, que apaga tudo: sim ou nao."),
    LOG("INFO", "Nível do log: ERROR, WARN, INFO ou DEBUG.");

    /// O prefixo comum: com ele, um nome digitado errado é recusado em vez de ignorado.
    public static final String PREFIXO = "CREDITO_";

    private final String padrao;
    private final String descricao;

    Variavel(String padrao, String descricao) {
        this.padrao = padrao;
        this.descricao = descricao;
    }

    public String nome() {
        return PREFIXO + name();
    }

    public String padrao() {
        return padrao;
    }

    public String descricao() {
        return descricao;
    }
}
