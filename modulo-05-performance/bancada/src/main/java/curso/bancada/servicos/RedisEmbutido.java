package curso.bancada.servicos;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Inicia o Redis que veio pelo Maven, sem persistência, numa porta livre de 127.0.0.1, sob um guardião.
final class RedisEmbutido {
    private static final Duration PRAZO = Duration.ofSeconds(20);
    private static final Duration PACIENCIA = Duration.ofSeconds(2);
    private static final int TENTATIVAS_DE_PORTA = 5;

    private RedisEmbutido() {}

    static ServidorRedis iniciar(Cache cache) {
        try {
            Recurso recurso = Recurso.primeiro("Redis", List.of(Sistema.atual().recursoDoRedis()));
            PastaPronta binarios = cache.pasta("redis-" + recurso.impressao(), vazia -> extrair(recurso, vazia));
            try {
                return insistir(cache, binarios.garantir());
            } catch (IOException e) {
                if (binarios.reparar()) {
                    return insistir(cache, binarios.garantir());
                }
                throw e;
            }
        } catch (IOException e) {
            throw Arquivos.falhaDeDisco("iniciar o Redis", cache.raiz(), e);
        }
    }

    private static void extrair(Recurso recurso, Path pasta) throws IOException {
        Path programa = pasta.resolve("redis-server");
        try (InputStream bytes = recurso.abrir()) {
            Files.copy(bytes, programa);
        }
        Tar.tornarExecutavel(programa);
    }

    private static ServidorRedis insistir(Cache cache, Path binarios) throws IOException {
        for (int tentativa = 1; ; tentativa++) {
            try {
                return tentar(cache, binarios);
            } catch (IOException e) {
                // Outro processo pode ter tomado a porta entre a escolha e o início.
                if (tentativa == TENTATIVAS_DE_PORTA || !e.getMessage().contains("Address already in use")) {
                    throw e;
                }
            }
        }
    }

    private static ServidorRedis tentar(Cache cache, Path binarios) throws IOException {
        PastaDeDados pasta = PastaDeDados.nova(cache.raiz(), "redis");
        Runnable encerramento = pasta::close;
        try {
            int porta = Rede.portaLivre();
            Guardiao guardiao = Guardiao.iniciar(comando(binarios, pasta, porta));
            encerramento = () -> pasta.encerrar(guardiao);
            guardiao.esperarPronto(PRAZO, () -> Rede.redisResponde(Rede.LOCAL, porta, "PING", "+PONG"));
            return new ServidorRedis(Origem.EMBUTIDO, Rede.LOCAL, porta, encerramento);
        } catch (IOException | RuntimeException e) {
            encerramento.run();
            throw e;
        }
    }

    private static Comando comando(Path binarios, PastaDeDados pasta, int porta) {
        return Comando.de(pasta.caminho().resolve("redis.log"), List.of(binarios.resolve("redis-server").toString(),
                        "--bind", Rede.LOCAL, "--port", "" + porta, "--save", "", "--appendonly", "no", "--dir", pasta.caminho().toString(),
                        "--loglevel", "warning", "--daemonize", "no"))
                .apagando(pasta.caminho()).encerradoCom("TERM", PACIENCIA);
    }
}
