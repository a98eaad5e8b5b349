package exemplos.aula01_threads;

import curso.bancada.medicao.Ambiente;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Experimento;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.Tabela;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Consulta vinte serviços HTTP lentos, um deles mudo e um quebrado, sob um prazo.
public final class LequeExperimento implements Experimento {
    private static final int BONS = 18;

    private record Colheita(long respostas, int emAndamento, double millis) {}

    @Override
    public Ficha ficha() {
        return new Ficha("01", "leque-com-prazo", "O que cada jeito colhe de vinte serviços lentos antes que o prazo vença?",
                "De 18 serviços que demoram de 20 a 190 ms, quantos um pool de 4 threads colhe em 500 ms, se o primeiro da "
                        + "lista é mudo?", Duration.ofSeconds(5));
    }

    @Override
    public Resultado executar(Ambiente ambiente) throws Exception {
        var menor = Duration.ofMillis(20);
        var passo = Duration.ofMillis(ambiente.curto() ? 3 : 10);
        // O tamanho curto roda nos testes, muitas vezes numa máquina ocupada: o prazo não pode ser o que se testa ali.
        var prazo = Duration.ofMillis(ambiente.curto() ? 800 : 500);
        Map<JeitoDeConsultar, Colheita> colheitas = new EnumMap<>(JeitoDeConsultar.class);
        try (var servicos = ServicosLentos.abrir(BONS, menor, passo); var mudo = ServicoMudo.abrir()) {
            colher(JeitoDeConsultar.VIRTUAL, servicos, mudo, prazo); // aquece servidor, cliente e compilador
            for (var jeito : JeitoDeConsultar.values()) {
                ambiente.progresso(jeito.nome);
                colheitas.put(jeito, colher(jeito, servicos, mudo, prazo));
            }
        }
        var resultado = Resultado.de(ficha()).tabela(tabela(colheitas, prazo));
        afirmar(resultado, colheitas);
        return resultado.respostaDoPalpite(colheitas.get(JeitoDeConsultar.POOL_DE_4).respostas(), "serviços")
                .nota("O serviço mudo é o primeiro da lista: um por vez, ele gasta o prazo de todos.")
                .nota("Ainda em andamento: quantas conexões o serviço mudo via abertas 100 ms depois da resposta.")
                .pronto();
    }

    /// Cada jeito com um cliente HTTP novo: conexões de um não servem de vantagem ao seguinte.
    private static Colheita colher(JeitoDeConsultar jeito, ServicosLentos servicos, ServicoMudo mudo, Duration prazo)
            throws Exception {
        List<URI> enderecos = Stream.concat(Stream.of(mudo.endereco()), servicos.enderecos().stream()).toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(executor).build()) {
            var respostas = new long[1];
            double millis = Cronometro.milissegundos(() -> respostas[0] = jeito.consultar(http, enderecos, prazo));
            int emAndamento = mudo.esperandoDepoisDe(100);
            http.shutdownNow();
            return new Colheita(respostas[0], emAndamento, millis);
        }
    }

    private static Tabela tabela(Map<JeitoDeConsultar, Colheita> colheitas, Duration prazo) {
        var tabela = Tabela.de("20 serviços (18 bons, um mudo, um quebrado), prazo de %d ms".formatted(prazo.toMillis()),
                "jeito", Coluna.de("respostas", 0), Coluna.de("ainda em andamento", 0), Coluna.de("tempo (ms)", 0));
        for (var jeito : JeitoDeConsultar.values()) {
            var c = colheitas.get(jeito);
            tabela = tabela.linha(jeito.nome, c.respostas(), c.emAndamento(), c.millis());
        }
        return tabela.barras("respostas");
    }

    private static void afirmar(Resultado.Construtor resultado, Map<JeitoDeConsultar, Colheita> colheitas) {
        var sequencial = colheitas.get(JeitoDeConsultar.SEQUENCIAL);
        var virtual = colheitas.get(JeitoDeConsultar.VIRTUAL);
        var abandona = colheitas.get(JeitoDeConsultar.ABANDONA);
        var cancela = colheitas.get(JeitoDeConsultar.ASSINCRONO);
        resultado.afirmar("um por vez, o serviço mudo gasta o prazo de todos", sequencial.respostas() == 0,
                        sequencial.respostas() + " respostas")
                .afirmar("com uma thread virtual por consulta, chegam as respostas dos 18 serviços bons",
                        virtual.respostas() == BONS, virtual.respostas() + " respostas")
                .afirmar("quem abandona deixa a consulta ao serviço mudo andando", abandona.emAndamento() == 1,
                        abandona.emAndamento() + " em andamento depois da resposta")
                .afirmar("quem cancela não deixa nenhuma", virtual.emAndamento() == 0 && cancela.emAndamento() == 0,
                        "threads virtuais %d, assíncrono %d".formatted(virtual.emAndamento(), cancela.emAndamento()));
    }
}
