package rinha.credito;

import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import io.github.bucket4j.TimeMeter;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.slf4j.LoggerFactory;
import rinha.credito.aquecimento.Aquecimento;
import rinha.credito.armazenamento.Armazenamento;
import rinha.credito.armazenamento.ArmazenamentoPostgres;
import rinha.credito.armazenamento.ArmazenamentoSqlite;
import rinha.credito.armazenamento.OpcoesPostgres;
import rinha.credito.armazenamento.OpcoesSqlite;
import rinha.credito.config.Ajuda;
import rinha.credito.config.Config;
import rinha.credito.escrita.Escrita;
import rinha.credito.escrita.EscritaEmLote;
import rinha.credito.escrita.EscritaSimples;
import rinha.credito.escrita.OpcoesDeEscrita;
import rinha.credito.http.Dependencias;
import rinha.credito.http.OpcoesHttp;
import rinha.credito.http.Servidor;
import rinha.credito.limite.LimiteDeTaxa;
import rinha.credito.limite.LimiteLocal;
import rinha.credito.limite.LimiteRedis;
import rinha.credito.limite.SemLimite;
import rinha.credito.observacao.LogEmJson;
import rinha.credito.observacao.Metricas;

/// A API de crédito: lê o ambiente, monta as peças e fica no ar até SIGTERM.
final class Main {
    private static final Duration PRAZO_DO_PREPARO = Duration.ofMinutes(10);

    private Main() {}

    static void main(String[] argumentos) throws InterruptedException, TimeoutException {
        System.setOut(comAcentos(System.out));
        System.setErr(comAcentos(System.err));
        if (Ajuda.pedida(argumentos)) {
            System.out.print(Ajuda.texto());
            return;
        }
        Config config;
        try {
            config = config(argumentos);
        } catch (IllegalArgumentException e) {
            System.err.println("credito: " + e.getMessage());
            System.err.println("Veja as variáveis com --ajuda.");
            System.exit(2);
            return;
        }
        LogEmJson.ligar(config.extras().log().name());
        var log = LoggerFactory.getLogger(Main.class);
        Aplicacao aplicacao;
        try {
            aplicacao = montar(config);
        } catch (IllegalArgumentException | IllegalStateException e) {
            log.error("Encerrando: {}", e.getMessage());
            log.debug("A causa", e);
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("encerramento").unstarted(aplicacao::close));
        log.info("No ar na porta {}: {}, escrita {}", aplicacao.porta(), config.banco(), config.gravacao().modo().nome());
        try {
            aplicacao.preparo().esperar(PRAZO_DO_PREPARO);
            log.info("Pronta: o esquema do banco está na última versão");
        } catch (CancellationException e) {
            log.info("Encerrando antes de o banco responder");
        } catch (IllegalStateException | TimeoutException e) {
            log.error("Encerrando: o esquema do banco não pôde ser preparado", e);
            System.exit(1);
        }
    }

    /// A saída em UTF-8 num ambiente sem idioma (`LANG=C`): a JVM trocaria cada acento por «?».
    private static PrintStream comAcentos(PrintStream original) {
        return original.charset().equals(StandardCharsets.US_ASCII) ? new PrintStream(original, true, StandardCharsets.UTF_8) : original;
    }

    private static Config config(String... argumentos) {
        if (argumentos.length > 0) {
            throw new IllegalArgumentException("não conheço «%s»: a configuração vem do ambiente".formatted(argumentos[0]));
        }
        return Config.doAmbiente(System.getenv());
    }

    /// Toda a fiação, de baixo para cima.
    static Aplicacao montar(Config config) {
        var metricas = config.extras().metricas() ? Optional.of(new Metricas()) : Optional.<Metricas>empty();
        var armazenamento = armazenamento(config.banco(), metricas.map(Metricas::doPool).orElse(null));
        var escrita = escrita(config.gravacao(), armazenamento, metricas.map(Metricas::tamanhoDosLotes).orElse(_ -> {}));
        metricas.ifPresent(m -> m.transacoesEmCurso(escrita::emCurso));
        var limite = limite(config.limite());
        var preparo = new Preparo(armazenamento);
        var extras = config.extras();
        var servidor = Servidor.iniciar(http(config.http()), new Dependencias(armazenamento, escrita, limite,
                extras.cacheDeClientes(), metricas, extras.reset(), preparo::terminou));
        preparo.iniciar(aquecimento(extras.aquecimento(), config.http().endereco(), servidor.porta(), escrita));
        return new Aplicacao(servidor, escrita, limite, armazenamento, preparo);
    }

    private static Optional<Aquecimento> aquecimento(Duration prazo, String endereco, int porta, Escrita escrita) {
        if (prazo.isZero()) {
            return Optional.empty();
        }
        var escuta = new InetSocketAddress(endereco, porta);
        var servidor = escuta.getAddress().isAnyLocalAddress() ? new InetSocketAddress(InetAddress.getLoopbackAddress(), porta) : escuta;
        return Optional.of(new Aquecimento(servidor, escrita, prazo, ManagementFactory.getCompilationMXBean()::getTotalCompilationTime));
    }

    private static Armazenamento armazenamento(Config.Banco banco, MetricsTrackerFactory metricas) {
        return switch (banco.tipo()) {
            case POSTGRES -> ArmazenamentoPostgres.abrir(new OpcoesPostgres(banco.postgresUrl(), banco.postgresUsuario(), banco.postgresSenha(),
                    banco.pool(), banco.prazoDaConexao(), banco.prazoDaConsulta(), metricas), new SecureRandom());
            case SQLITE -> ArmazenamentoSqlite.abrir(new OpcoesSqlite(banco.sqliteArquivo(), banco.pool(), banco.prazoDaConsulta()), Clock.systemUTC());
        };
    }

    private static Escrita escrita(Config.Gravacao gravacao, Armazenamento armazenamento, IntConsumer aoLevarLote) {
        var opcoes = new OpcoesDeEscrita(gravacao.fila(), gravacao.lote(), gravacao.esperaDoLote(), gravacao.prazo(), gravacao.prazoDoDesfecho());
        return switch (gravacao.modo()) {
            case LOTE -> EscritaEmLote.iniciar(armazenamento, opcoes, aoLevarLote);
            case SIMPLES -> new EscritaSimples(armazenamento, opcoes);
        };
    }

    private static LimiteDeTaxa limite(Config.Limite limite) {
        return switch (limite.tipo()) {
            case DESLIGADO -> new SemLimite();
            case LOCAL -> new LimiteLocal(limite.porSegundo(), TimeMeter.SYSTEM_NANOTIME);
            case REDIS -> new LimiteRedis(limite.porSegundo(), limite.redis());
        };
    }

    private static OpcoesHttp http(Config.Http http) {
        return new OpcoesHttp(http.endereco(), http.porta(), http.ocioso(), http.pedido(), http.encerramento(), http.dreno(),
                http.corpoMaximo(), http.conexoesMaximas(), http.compressao());
    }
}
