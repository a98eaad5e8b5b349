package rinha.balanceador.config;

import java.util.Locale;

/// Cada variável que o balanceador lê, com o padrão e o que ela faz: a única fonte, da qual o README é conferido.
///
/// No ambiente, `BALANCEADOR_PORTA`; na linha de comando, que vence, `--porta=9999`.
public enum Variavel {
    ENDERECO("127.0.0.1", "Endereço em que se escuta; só esta máquina, se nada for dito."),
    PORTA("9999", "Porta em que se escuta; 0 escolhe uma livre."),
    ADMIN_ENDERECO("127.0.0.1", "Endereço da porta de administração."),
    ADMIN_PORTA("9998", "Porta de administração: /metrics, /health e /ready; 0 escolhe uma livre."),
    SERVIDORES("127.0.0.1:8081,127.0.0.1:8082", "Servidores atendidos, host:porta, com *peso opcional, separados por vírgula."),
    ESTRATEGIA("menos-conexoes", "Como se escolhe: rodada, ponderada, menos-conexoes, hash-ip ou hash-consistente."),
    CHAVE("caminho", "O que o hash-consistente resume: caminho, ip ou cabecalho:Nome."),
    LACOS("1", "Laços de eventos; um usa uma CPU inteira antes de precisar de outro."),
    CONEXOES_MAXIMAS("4096", "Conexões de clientes ao mesmo tempo; a seguinte recebe 503."),
    CONEXOES_POR_SERVIDOR("256", "Conexões abertas com cada servidor, por laço."),
    FILA_MAXIMA("1024", "Pedidos que esperam conexão com um servidor, por laço; o seguinte recebe 503."),
    CABECALHO_MAXIMO("16384", "Bytes da linha do pedido e dos cabeçalhos; acima disso, 431 (ou 414, se ainda na linha)."),
    CABECALHOS_MAXIMOS("100", "Quantos cabeçalhos um pedido pode ter; acima disso, 431."),
    CORPO_MAXIMO("1048576", "Bytes do corpo de um pedido; acima disso, 413."),
    CORPOS_EM_MEMORIA("12582912", "Bytes de corpos guardados ao mesmo tempo, somados todos os pedidos de um laço; acima disso, 503."),
    PRAZO_PEDIDO_MS("10000", "Quanto um pedido demora a chegar inteiro, do primeiro ao último byte; depois, 408."),
    PRAZO_OCIOSO_MS("60000", "Quanto a conexão de um cliente fica aberta sem pedidos."),
    PRAZO_CONEXAO_MS("1000", "Quanto se espera para conectar a um servidor."),
    PRAZO_FILA_MS("1000", "Quanto um pedido espera por uma conexão livre; depois, 503."),
    PRAZO_RESPOSTA_MS("10000", "Quanto se espera pelo começo da resposta, e entre um pedaço e outro; depois, 504."),
    PRAZO_ESCRITA_MS("10000", "Quanto se espera por um cliente que não lê a resposta; depois, a conexão é cortada."),
    PRAZO_OCIOSO_SERVIDOR_MS("30000", "Quanto uma conexão livre com um servidor é guardada; menos que o prazo ocioso dele."),
    TENTATIVAS("2", "Quantos servidores um pedido pode tentar."),
    FALHAS_PARA_TIRAR("3", "Falhas seguidas, em pedidos, que tiram um servidor."),
    PAUSA_MS("1000", "Quanto fica fora um servidor tirado, quando não há sondas; dobra a cada recaída, até 30 vezes."),
    SONDA_CAMINHO("/ready", "Caminho sondado em cada servidor, que responde 2xx se pode atender; nenhum desliga as sondas."),
    SONDA_INTERVALO_MS("200", "Quanto se espera entre uma sonda e a seguinte."),
    SONDA_PRAZO_MS("1000", "Quanto se espera pela resposta de uma sonda."),
    SONDAS_PARA_TIRAR("2", "Sondas ruins seguidas que tiram um servidor."),
    SONDAS_PARA_VOLTAR("2", "Sondas boas seguidas que o trazem de volta."),
    CONFIA_NO_ENCAMINHADO("nao", "Acrescenta aos X-Forwarded-For e Forwarded que vieram (sim) ou os troca pelos seus (nao)."),
    DRENO_MS("500", "Quanto, ao encerrar, as conexões abertas ainda fazem pedidos; cada resposta já pede o fim da conexão."),
    PRAZO_ENCERRAMENTO_MS("10000", "Quanto se espera, depois do dreno, pelos pedidos em curso.");

    /// O prefixo comum: com ele, um nome digitado errado é recusado em vez de ignorado.
    public static final String PREFIXO = "BALANCEADOR_";

    private final String padrao;
    private final String descricao;

    Variavel(String padrao, String descricao) {
        this.padrao = padrao;
        this.descricao = descricao;
    }

    public String nome() {
        return PREFIXO + name();
    }

    public String opcao() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String padrao() {
        return padrao;
    }

    public String descricao() {
        return descricao;
    }
}
