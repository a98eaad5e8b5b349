package curso.bancada.medicao;

import curso.bancada.servicos.FalhaDeServico;
import curso.bancada.servicos.Servicos;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Executa os experimentos de uma aula que estão no classpath e mostra os resultados.
///
/// Saída: telas na saída padrão, progresso e erros na saída de erros. Código 0 se todos rodaram (uma afirmação
/// que não vale é resultado, não erro), 1 se algum falhou ao rodar, 2 se o pedido não faz sentido.
public final class ExecutarExperimentos {

    private final OpcoesDeExecucao opcoes;
    private final PrintStream saida;
    private final PrintStream erros;

    ExecutarExperimentos(OpcoesDeExecucao opcoes, PrintStream saida, PrintStream erros) {
        this.opcoes = opcoes;
        this.saida = saida;
        this.erros = erros;
    }

    static void main(String[] argumentos) {
        System.exit(executar(argumentos, DescobridorDeExperimentos.noClasspath(), Saidas.padrao(), Saidas.erros()));
    }

    /// Faz o que [main] faz e devolve o código de saída, sem encerrar o processo.
    public static int executar(String[] argumentos, DescobridorDeExperimentos descobridor,
                               PrintStream saida, PrintStream erros) {
        OpcoesDeExecucao opcoes;
        try {
            opcoes = OpcoesDeExecucao.ler(List.of(argumentos));
        } catch (IllegalArgumentException e) {
            erros.println(e.getMessage());
            erros.println(OpcoesDeExecucao.USO);
            return 2;
        }
        try {
            return new ExecutarExperimentos(opcoes, saida, erros).rodar(descobridor);
        } catch (MedicaoInvalida | FalhaDeServico | IOException | UncheckedIOException e) {
            erros.println(e.getMessage());
            return 1;
        }
    }

    private int rodar(DescobridorDeExperimentos descobridor) throws IOException {
        var daAula = descobridor.daAula(opcoes.aula());
        var escolhidos = daAula.stream()
                .filter(e -> opcoes.nome().isEmpty() || e.ficha().nome().equals(opcoes.nome().get())).toList();
        if (escolhidos.isEmpty()) {
            erros.println(naoHa(daAula));
            return 2;
        }
        if (opcoes.listar()) {
            escolhidos.forEach(e -> saida.println(e.ficha().nome() + "  " + e.ficha().pergunta()));
            return 0;
        }
        var resultados = executarTodos(escolhidos);
        if (opcoes.json().isPresent()) {
            ResultadosEmJson.gravar(opcoes.json().get(), resultados);
        }
        return resultados.size() == escolhidos.size() ? 0 : 1;
    }

    private String naoHa(List<Experimento> daAula) {
        if (daAula.isEmpty()) {
            return "não há experimentos da aula %s no classpath. Compile os exemplos: ./mvnw -pl exemplos -am compile"
                    .formatted(opcoes.aula());
        }
        return "não há experimento «%s» na aula %s. Há: %s".formatted(opcoes.nome().orElseThrow(), opcoes.aula(),
                daAula.stream().map(e -> e.ficha().nome()).collect(Collectors.joining(", ")));
    }

    private List<Resultado> executarTodos(List<Experimento> escolhidos) {
        var resultados = new ArrayList<Resultado>();
        DescricaoDaMaquina.ocupacao().filter(_ -> !opcoes.curto()).ifPresent(erros::println);
        try (var servicos = Servicos.abrir()) {
            for (var experimento : escolhidos) {
                executarUm(experimento, servicos, resultados);
            }
        }
        return resultados;
    }

    private void executarUm(Experimento experimento, Servicos servicos, List<Resultado> resultados) {
        var nome = experimento.ficha().nome();
        erros.println(opcoes.curto() ? nome + ": execução curta"
                : "%s: cerca de %d s".formatted(nome, Math.max(1, experimento.ficha().estimativa().toSeconds())));
        try {
            var ambiente = new AmbienteDoProcesso(servicos, opcoes.curto(), frase -> erros.println("  " + frase));
            var resultado = experimento.executar(ambiente).produzidoPor(opcoes.comando(nome), opcoes.curto());
            resultados.add(resultado);
            saida.println();
            saida.print(EmTerminal.tela(resultado, opcoes.tela(), opcoes.palpite()));
            saida.flush();
        } catch (Exception | Error e) {
            contarFalha(nome, e);
        }
    }

    private void contarFalha(String nome, Throwable e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        erros.println("o experimento %s não terminou: %s".formatted(nome, frase(e)));
        if (opcoes.verboso()) {
            e.printStackTrace(erros);
        } else {
            erros.println("  --verboso mostra onde foi");
        }
    }

    private static String frase(Throwable e) {
        var partes = new ArrayList<String>();
        for (var causa = e; causa != null && partes.size() < 4; causa = causa.getCause()) {
            var parte = causa.getMessage() == null ? causa.getClass().getSimpleName() : causa.getMessage();
            if (partes.stream().noneMatch(p -> p.contains(parte))) {
                partes.add(parte);
            }
        }
        return String.join("; causa: ", partes);
    }
}
