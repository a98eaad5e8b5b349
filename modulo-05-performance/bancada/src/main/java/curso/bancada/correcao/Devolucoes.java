package curso.bancada.correcao;

import curso.bancada.servicos.Banco;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Devolve os bancos dos testes sem fazer o teste seguinte esperar: enquanto um banco se limpa, o próximo teste já usa outro.
final class Devolucoes {

    /// Mais que isto, e limpar é mais lento do que testar: quem devolve espera, para os bancos não se acumularem.
    private static final int AO_MESMO_TEMPO = 2;
    private static final Duration PACIENCIA = Duration.ofSeconds(2);

    private final Set<Thread> pendentes = ConcurrentHashMap.newKeySet();

    void devolver(Banco banco) {
        if (pendentes.size() >= AO_MESMO_TEMPO) {
            fechar(banco);
            return;
        }
        // Na raiz: um teste pode contar as threads do seu grupo. E de plataforma: uma virtual dividiria o escalonador com as do aluno.
        Thread devolucao = Thread.ofPlatform().group(raiz()).daemon().name("devolve-" + banco.nome()).unstarted(() -> {
            try {
                fechar(banco);
            } finally {
                pendentes.remove(Thread.currentThread());
            }
        });
        pendentes.add(devolucao);
        devolucao.start();
    }

    private static ThreadGroup raiz() {
        ThreadGroup grupo = Thread.currentThread().getThreadGroup();
        while (grupo.getParent() != null) {
            grupo = grupo.getParent();
        }
        return grupo;
    }

    /// Espera as que faltam, por até dois segundos cada.
    void esperar() {
        for (Thread devolucao : pendentes) {
            try {
                devolucao.join(PACIENCIA);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// Fechar um banco morto não pode esconder a falha do teste que o usou.
    private static void fechar(Banco banco) {
        try {
            banco.close();
        } catch (RuntimeException e) {
            System.err.println("aviso: o banco " + banco.nome() + " não pôde ser apagado: " + e.getMessage());
        }
    }
}
