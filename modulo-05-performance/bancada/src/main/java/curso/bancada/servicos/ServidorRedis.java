package curso.bancada.servicos;

import java.net.URI;
import java.net.URISyntaxException;

/// Um Redis que responde, seja de onde for.
final class ServidorRedis implements Redis, Servico {
    private static final int PORTA_PADRAO = 6379;

    private final Origem origem;
    private final String host;
    private final int porta;
    private final Runnable encerramento;
    private volatile boolean fechado;

    ServidorRedis(Origem origem, String host, int porta, Runnable encerramento) {
        this.origem = origem;
        this.host = host;
        this.porta = porta;
        this.encerramento = encerramento;
    }

    static ServidorRedis ligar(String url) {
        String regra = "CURSO_REDIS_URL é redis://host:porta, sem senha nem TLS";
        try {
            URI uri = new URI(url);
            if (!"redis".equals(uri.getScheme()) || uri.getHost() == null || uri.getUserInfo() != null) {
                throw new URISyntaxException("(oculto)", "forma não aceita");
            }
            var servidor = new ServidorRedis(Origem.ENDERECO, uri.getHost(), uri.getPort() < 0 ? PORTA_PADRAO : uri.getPort(), () -> {});
            if (!servidor.vivo()) {
                throw new FalhaDeServico("Nada responde a PING em CURSO_REDIS_URL (host=%s, porta=%d)".formatted(servidor.host, servidor.porta),
                        "o servidor precisa estar vivo e alcançável", "inicie-o, corrija a variável, ou apague-a para usar o embutido");
            }
            return servidor;
        } catch (URISyntaxException e) {
            throw new FalhaDeServico("CURSO_REDIS_URL foi recusada: " + e.getReason(), regra, "corrija a variável ou apague-a para usar o servidor embutido");
        }
    }

    @Override
    public String host() {
        return host;
    }

    @Override
    public int porta() {
        return porta;
    }

    @Override
    public boolean vivo() {
        return !fechado && Rede.redisResponde(host, porta, "PING", "+PONG");
    }

    @Override
    public Origem origem() {
        return origem;
    }

    @Override
    public void limpar() {
        if (origem == Origem.ENDERECO) {
            throw new FalhaDeServico("limpar() apagaria todas as chaves do Redis de CURSO_REDIS_URL (host=%s, porta=%d)".formatted(host, porta),
                    "a bancada só apaga tudo num servidor que ela iniciou", "apague CURSO_REDIS_URL para usar o embutido, ou use chaves com um prefixo só seu");
        }
        if (!Rede.redisResponde(host, porta, "FLUSHALL", "+OK")) {
            throw new FalhaDeServico("O Redis não apagou as chaves (host=%s, porta=%d, vivo=%s)".formatted(host, porta, vivo()),
                    "o servidor precisa estar vivo", "peça outro a Servicos.redis()");
        }
    }

    @Override
    public void encerrar() {
        fechado = true;
        encerramento.run();
    }
}
