package rinha.carga.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;
import rinha.carga.Chegadas;

/// As opções da linha de comando, como vieram.
final class Opcoes {

    /// O que a carga pede.
    enum Cenario { url, rinha2024, maxima }

    @Option(names = "--url", required = true, paramLabel = "URL",
            description = "servidor, e no cenário url também o caminho: http://127.0.0.1:9999/clientes/1/extrato")
    String url;

    @Option(names = "--cenario", defaultValue = "url", paramLabel = "NOME",
            description = {"url: o pedido da URL (padrão)", "rinha2024: a carga oficial de 2024, em 60s ou na duração dada",
                "maxima: a mistura de 2024 sem limite de taxa"})
    Cenario cenario;

    @Option(names = "--taxa", paramLabel = "N",
            description = "pedidos por segundo: carga aberta. No cenário rinha2024, o pico (padrão: 340)")
    Double taxa;

    @Option(names = "--conexoes", paramLabel = "N",
            description = "conexões na carga fechada (padrão: 32); teto delas na aberta (padrão: 256)")
    Integer conexoes;

    @Option(names = "--duracao", paramLabel = "TEMPO", converter = LeitorDeDuracao.class,
            description = "duração, sem o aquecimento: 500ms, 30s, 4min (padrão: 30s; 60s no rinha2024)")
    Duration duracao;

    @Option(names = "--aquecimento", paramLabel = "TEMPO", converter = LeitorDeDuracao.class,
            description = "começo que não conta nas medidas (padrão: 2s; 0 no rinha2024, que já sobe em rampa)")
    Duration aquecimento;

    @Option(names = "--pausa", defaultValue = "0", paramLabel = "TEMPO", converter = LeitorDeDuracao.class,
            description = "pausa de cada cliente entre a resposta e o pedido seguinte (só na carga fechada)")
    Duration pausa;

    @Option(names = "--timeout", defaultValue = "5s", paramLabel = "TEMPO", converter = LeitorDeDuracao.class,
            description = "prazo de cada pedido (padrão: 5s)")
    Duration timeout;

    @Option(names = "--chegadas", defaultValue = "REGULARES", paramLabel = "COMO",
            description = "regulares (padrão) ou poisson: como os pedidos se espaçam na carga aberta")
    Chegadas chegadas;

    @Option(names = "--semente", defaultValue = "42", paramLabel = "N",
            description = "semente de tudo o que é sorteado (padrão: 42)")
    long semente;

    @Option(names = "--nova-conexao", description = "abre uma conexão por pedido, como cada usuário da simulação oficial")
    boolean novaConexao;

    @Option(names = "--metodo", paramLabel = "M", description = "método do cenário url (padrão: GET; POST se há corpo)")
    String metodo;

    @Option(names = "--corpo", paramLabel = "TEXTO", description = "corpo do cenário url; @arquivo lê de um arquivo")
    String corpo;

    @Option(names = "--cabecalho", paramLabel = "NOME=VALOR", description = "cabeçalho do cenário url; pode repetir")
    Map<String, String> cabecalhos = new LinkedHashMap<>();

    @Option(names = "--status", split = ",", paramLabel = "N,…",
            description = "códigos aceitos no cenário url (padrão: de 200 a 299)")
    Set<Integer> status = Set.of();

    @Option(names = "--p99-maximo", paramLabel = "TEMPO", converter = LeitorDeDuracao.class,
            description = "sai com 1 se o p99 passar disto")
    Duration p99Maximo;

    @Option(names = "--vazao-minima", paramLabel = "N", description = "sai com 1 se as respostas por segundo ficarem abaixo disto")
    Double vazaoMinima;

    @Option(names = "--json", paramLabel = "ARQUIVO", description = "escreve o resultado em JSON")
    Path json;

    @Option(names = "--html", paramLabel = "ARQUIVO", description = "escreve o resultado numa página HTML, com gráficos")
    Path html;

    @Option(names = "--sem-tela", description = "não mostra o andamento")
    boolean semTela;

    @Option(names = "--permitir-host", description = "deixa mandar carga para fora desta máquina")
    boolean permitirHost;
}
