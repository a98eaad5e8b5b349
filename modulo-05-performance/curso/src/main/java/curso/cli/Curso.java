package curso.cli;

import curso.cli.assistir.ComandoAssistir;
import curso.cli.exercicio.ComandoDica;
import curso.cli.exercicio.ComandoReiniciar;
import curso.cli.exercicio.ComandoSolucao;
import curso.cli.exercicio.ComandoTestar;
import curso.cli.exercicio.TreinarCorrecao;
import curso.cli.experimento.ComandoBenchmark;
import curso.cli.experimento.ComandoExemplo;
import curso.cli.experimento.ComandoMedir;
import curso.cli.leitura.ComandoAula;
import curso.cli.manutencao.ComandoNovaAula;
import curso.cli.manutencao.ComandoSincronizar;
import curso.cli.maquina.ComandoDiagnostico;
import curso.cli.maquina.ComandoPreparar;
import curso.cli.maquina.Preparo;
import curso.cli.mapa.ComandoMapa;
import curso.cli.nucleo.Codigo;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Opcoes;
import curso.cli.rinha.ComandoRinha;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// A raiz dos comandos: sem palavra nenhuma, prepara e mostra o mapa.
@Command(name = "curso", description = "Performance e concorrência em Java, para rodar.")
final class Curso implements Callable<Integer> {

    private static final Map<String, Function<Contexto, Object>> COMANDOS = comandos();

    @Mixin
    private Opcoes opcoes;

    private final Contexto contexto;

    private Curso(Contexto contexto) {
        this.contexto = contexto;
    }

    private static Map<String, Function<Contexto, Object>> comandos() {
        var todos = new LinkedHashMap<String, Function<Contexto, Object>>();
        todos.put("mapa", ComandoMapa::new);
        todos.put("aula", ComandoAula::new);
        todos.put("exemplo", ComandoExemplo::new);
        todos.put("benchmark", ComandoBenchmark::new);
        todos.put("testar", ComandoTestar::new);
        todos.put("assistir", ComandoAssistir::new);
        todos.put("dica", ComandoDica::new);
        todos.put("solucao", ComandoSolucao::new);
        todos.put("reiniciar", ComandoReiniciar::new);
        todos.put("diagnostico", ComandoDiagnostico::new);
        todos.put("preparar", ComandoPreparar::new);
        todos.put("medir", ComandoMedir::new);
        todos.put("rinha", ComandoRinha::new);
        todos.put("nova-aula", ComandoNovaAula::new);
        todos.put("sincronizar", ComandoSincronizar::new);
        todos.put("completar", ComandoCompletar::new);
        todos.put("treinar-correcao", TreinarCorrecao::new);
        todos.put("treinar-partida", TreinarPartida::new);
        return todos;
    }

    /// Executa um comando e devolve o código de saída; nunca lança.
    static int executar(Contexto contexto, String... argumentos) {
        var pedidos = Ajuda.comoOpcao(COMANDOS.keySet(), argumentos);
        var linha = linhaDeComando(contexto, pedidos);
        linha.setOut(new PrintWriter(contexto.tela().saida(), true));
        Falhas.instalar(linha, contexto);
        return linha.execute(pedidos);
    }

    static CommandLine todosOsComandos(Contexto contexto) {
        return comComandos(contexto, COMANDOS);
    }

    /// Montar um comando custa reflexão, e o mapa tem de abrir num piscar: só se monta o que a primeira palavra pede.
    private static CommandLine linhaDeComando(Contexto contexto, String... argumentos) {
        var pedido = Arrays.stream(argumentos).filter(a -> !a.startsWith("-")).findFirst().orElse("");
        return COMANDOS.containsKey(pedido) ? comComandos(contexto, Map.of(pedido, COMANDOS.get(pedido)))
                : todosOsComandos(contexto);
    }

    private static CommandLine comComandos(Contexto contexto, Map<String, Function<Contexto, Object>> comandos) {
        var linha = new CommandLine(new Curso(contexto));
        comandos.forEach((nome, criar) -> linha.addSubcommand(nome, criar.apply(contexto)));
        Ajuda.emPortugues(linha, contexto.tela().largura());
        return linha;
    }

    @Override
    public Integer call() {
        boolean certa = new Preparo(contexto).conferirSePreciso();
        new ComandoMapa(contexto).run();
        return certa ? Codigo.CERTO : Codigo.MAU_USO;
    }
}
