package curso.bancada.correcao;

import curso.bancada.servicos.Postgres;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/// Traduz o que derrubou um teste para uma mensagem que o aluno entende.
final class FalhaDoAluno {

    private static final int MUITAS_THREADS = 1_000;

    private FalhaDoAluno() {}

    /// Devolve a falha a relatar; vazio se o teste passou e nada de grave aconteceu por trás dele.
    static Optional<Throwable> explicar(Throwable falha, Optional<Postgres> postgres) {
        SaidaProibida saida = SaidaProibida.retirar();
        if (saida != null) {
            return Optional.of(tentouSair(saida));
        }
        if (falha == null) {
            return Optional.empty();
        }
        if (falha instanceof NoClassDefFoundError && String.valueOf(falha.getMessage()).startsWith("Could not initialize class")) {
            return Optional.of(classeNaoIniciou(falha));
        }
        Throwable semMemoria = causa(falha, OutOfMemoryError.class);
        if (semMemoria != null) {
            return Optional.of(String.valueOf(semMemoria.getMessage()).contains("native thread") ? semThreads(falha) : semMemoria(falha));
        }
        if (causa(falha, StackOverflowError.class) != null) {
            return Optional.of(semPilha(falha));
        }
        if (postgres.isPresent() && !postgres.get().vivo()) {
            return Optional.of(bancoCaiu(falha));
        }
        return Optional.of(falha);
    }

    private static Throwable causa(Throwable falha, Class<? extends Throwable> tipo) {
        Throwable t = falha;
        while (t != null && !tipo.isInstance(t)) {
            t = t.getCause();
        }
        return t;
    }

    private static FalhaExplicada tentouSair(SaidaProibida saida) {
        return Mensagem.esperado("o método termina com um resultado ou uma exceção")
                .visto(saida.getMessage())
                .causaProvavel("uma chamada a System.exit, Runtime.exit ou Runtime.halt")
                .proximoPasso("procure essa chamada e lance uma exceção no lugar dela")
                .falha(saida);
    }

    /// A JVM tenta iniciar a classe uma vez só: do segundo teste em diante resta este erro, sem a causa.
    private static FalhaExplicada classeNaoIniciou(Throwable falha) {
        return Mensagem.esperado("a sua classe pode ser usada")
                .visto("a JVM desistiu dela: " + falha.getMessage())
                .causaProvavel("um bloco static, ou o valor inicial de um campo static, falhou na primeira vez")
                .proximoPasso("comece pelo primeiro teste que falhou: é ele que mostra a falha de verdade")
                .falha(falha);
    }

    private static FalhaExplicada semMemoria(Throwable falha) {
        long megas = Runtime.getRuntime().maxMemory() / (1024 * 1024);
        return Mensagem.esperado("o código trabalha dentro de " + megas + " MB de heap")
                .visto("a memória acabou (" + falha.getMessage() + ")")
                .causaProvavel("uma coleção que cresce sem limite ou resultados guardados que ninguém usa")
                .proximoPasso("procure o que é guardado a cada volta do laço e nunca sai")
                .falha(falha);
    }

    /// A JVM diz «out of memory» também quando o sistema recusa mais uma thread; com poucas aqui, quem as gastou foram outros programas.
    private static Throwable semThreads(Throwable falha) {
        int pico = ManagementFactory.getThreadMXBean().getPeakThreadCount();
        if (pico < MUITAS_THREADS) {
            return new FalhaDaMaquina("O sistema recusou mais uma thread, e esta correção só chegou a ter " + pico, falha);
        }
        return Mensagem.esperado("o código cria poucas threads de plataforma, e elas acabam")
                .visto("o sistema recusou mais uma: esta correção já teve " + pico + " ao mesmo tempo")
                .causaProvavel("um executor criado a cada chamada e nunca fechado, ou uma thread de plataforma por tarefa")
                .proximoPasso("abra o executor num try-with-resources; para muitas esperas ao mesmo tempo, use threads virtuais")
                .falha(falha);
    }

    private static FalhaExplicada semPilha(Throwable falha) {
        return Mensagem.esperado("o código termina sem esgotar a pilha")
                .visto("a pilha acabou (StackOverflowError)")
                .causaProvavel("uma recursão sem caso de parada")
                .proximoPasso("procure um método que chama a si mesmo, e em que caso ele para")
                .falha(falha);
    }

    /// O processo do banco foi encerrado de fora, ou faltou memória ou disco: o código não tem como provocar isso.
    static FalhaDaMaquina bancoCaiu(Throwable falha) {
        // O que o código viu vem em inglês, do pgjdbc: fica na causa, que a pilha mostra.
        return new FalhaDaMaquina("O PostgreSQL da bancada caiu durante o teste", "rode de novo; a próxima correção sobe outro", falha);
    }
}
