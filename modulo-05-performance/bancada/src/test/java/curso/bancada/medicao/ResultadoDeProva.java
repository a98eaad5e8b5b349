package curso.bancada.medicao;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Um resultado fixo para os testes de desenho e de arquivo: nada nele depende da máquina.
final class ResultadoDeProva {

    static final Ficha FICHA = new Ficha("03", "conexao-por-requisicao",
            "Quanto custa abrir uma conexão nova a cada requisição, em vez de pegar uma emprestada do pool?",
            "Quantas vezes mais requisições por segundo o pool atende?", Duration.ofSeconds(20));

    private ResultadoDeProva() {
    }

    static Resultado completo() {
        var vazao = Tabela.de("Vazão com 4 clientes", "variante", Coluna.de("ops/s", 0), Coluna.de("p99 (ms)", 2))
                .linha("conexão nova", 754.2, 6.38).linha("pool | 4", 3601.7, 1.19).linha("sem medir", Double.NaN, 0)
                .barras("ops/s");
        var tamanho = Tabela.de("Tamanho do pool", "conexões", Coluna.de("espera (ms)", 1))
                .linha("1", 70).linha("8", 14).linha("64", 1.2).curva("espera (ms)");
        return new Resultado(FICHA, new Maquina("Processador de Prova", 2, 24_105, "Linux 6.1 (amd64)", "25.0.3 (Prova)"),
                Instant.parse("2026-11-21T14:03:59Z"), "./curso exemplo 03 conexao-por-requisicao", false,
                List.of(vazao, tamanho),
                List.of(new Afirmacao("O pool atende ao menos 2 vezes mais", Veredito.VALE, "razão 4,71"),
                        new Afirmacao("O pool atende ao menos 100 vezes mais", Veredito.NAO_VALE, "razão 4,71"),
                        new Afirmacao("No limite", Veredito.INCONCLUSIVA, "razão 4,71, contra 4,7")),
                Optional.of(new Resultado.Resposta(4.71, "vezes")),
                List.of("Veja o p99: a espera por uma conexão aparece na cauda antes de aparecer na média."));
    }

    static Resultado semResposta() {
        var r = completo();
        return new Resultado(r.ficha(), r.maquina(), r.data(), r.comando(), true, r.tabelas(), List.of(), Optional.empty(), List.of());
    }
}
