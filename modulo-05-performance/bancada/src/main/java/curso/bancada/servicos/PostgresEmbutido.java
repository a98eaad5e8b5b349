package curso.bancada.servicos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Inicia o PostgreSQL que veio pelo Maven, durável, numa porta livre de 127.0.0.1, com dados que somem junto com este processo.
final class PostgresEmbutido {
    private static final Duration PRAZO = Duration.ofSeconds(60);
    private static final Duration PACIENCIA = Duration.ofSeconds(5);
    private static final int TENTATIVAS_DE_PORTA = 5;
    /// O que não está aqui tem o valor de fábrica do PostgreSQL 18 (full_page_writes=on, wal_level=replica…).
    private static final List<String> CONFIGURACAO = List.of("fsync=on", "synchronous_commit=on", "listen_addresses=" + Rede.LOCAL,
            "unix_socket_directories=", "max_connections=100", "shared_buffers=128MB", "log_checkpoints=off", "timezone=UTC", "log_timezone=UTC");

    private final Cache cache;
    private final ContaDoPostgres conta;

    private PostgresEmbutido(Cache cache, ContaDoPostgres conta) {
        this.cache = cache;
        this.conta = conta;
    }

    static ServidorPostgres iniciar(Cache cache) {
        try {
            ContaDoPostgres conta = ContaDoPostgres.atual();
            // A pasta pessoal de root não se deixa atravessar: a outra conta não alcançaria o cache.
            var embutido = new PostgresEmbutido(conta.dono().isEmpty() ? cache : Cache.atravessavel(), conta);
            try {
                return embutido.insistir();
            } catch (IOException e) {
                if (embutido.reparar()) {
                    return embutido.insistir();
                }
                throw e;
            }
        } catch (IOException e) {
            throw Arquivos.falhaDeDisco("iniciar o PostgreSQL", cache.raiz(), e);
        }
    }

    /// Só um cache de fato incompleto se refaz: outro curso pode estar usando o mesmo.
    private boolean reparar() throws IOException {
        PastaPronta binarios = BinariosDoPostgres.em(cache, conta);
        boolean refezBinarios = binarios.reparar();
        return ModeloDoPostgres.em(cache, binarios.garantir(), conta).reparar() || refezBinarios;
    }

    private ServidorPostgres insistir() throws IOException {
        for (int tentativa = 1; ; tentativa++) {
            try {
                return tentar();
            } catch (IOException e) {
                // Outro processo pode ter tomado a porta entre a escolha e o início.
                if (tentativa == TENTATIVAS_DE_PORTA || !e.getMessage().contains("could not bind")) {
                    throw e;
                }
            }
        }
    }

    private ServidorPostgres tentar() throws IOException {
        Path binarios = BinariosDoPostgres.em(cache, conta).garantir();
        Path modelo = ModeloDoPostgres.em(cache, binarios, conta).garantir();
        PastaDeDados pasta = PastaDeDados.nova(cache.raiz(), "postgres");
        Runnable encerramento = pasta::close;
        try {
            ModeloDoPostgres.copiar(modelo, dados(pasta));
            conta.entregar(pasta.caminho());
            var endereco = new EnderecoDoPostgres(Rede.LOCAL, Rede.portaLivre(), "postgres", ModeloDoPostgres.USUARIO, ModeloDoPostgres.senha(modelo), "");
            Guardiao guardiao = Guardiao.iniciar(comando(binarios, pasta, endereco.porta()));
            encerramento = () -> pasta.encerrar(guardiao);
            guardiao.esperarPronto(PRAZO, () -> pronto(dados(pasta).resolve("postmaster.pid")));
            return new ServidorPostgres(Origem.EMBUTIDO, endereco, encerramento);
        } catch (IOException | RuntimeException e) {
            encerramento.run();
            throw e;
        }
    }

    private Comando comando(Path binarios, PastaDeDados pasta, int porta) {
        List<String> linha = new ArrayList<>(conta.prefixo());
        linha.addAll(List.of(binarios.resolve("bin").resolve(Sistema.atual().executavel("postgres")).toString(), "-D", dados(pasta).toString(), "-p", "" + porta));
        CONFIGURACAO.forEach(item -> linha.addAll(List.of("-c", item)));
        // QUIT é o encerramento imediato: sem checkpoint, porque os dados vão ser apagados.
        return Comando.de(pasta.caminho().resolve("postgres.log"), linha).apagando(pasta.caminho())
                .encerradoCom("QUIT", PACIENCIA).comAmbiente(Map.of("LC_ALL", "C"));
    }

    /// O servidor escreve «ready» na oitava linha de `postmaster.pid` quando aceita conexões.
    private static boolean pronto(Path arquivoDePid) throws IOException {
        if (!Files.exists(arquivoDePid)) {
            return false;
        }
        List<String> linhas = Files.readAllLines(arquivoDePid);
        return linhas.size() >= 8 && linhas.get(7).startsWith("ready");
    }

    private static Path dados(PastaDeDados pasta) {
        return pasta.caminho().resolve("dados");
    }
}
