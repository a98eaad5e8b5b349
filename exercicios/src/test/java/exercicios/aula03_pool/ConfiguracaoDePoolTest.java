package exercicios.aula03_pool;

import curso.bancada.correcao.Mensagem;
import curso.bancada.correcao.PrazoElastico;
import curso.bancada.correcao.TesteDeExercicio;
import curso.bancada.servicos.Banco;
import exercicios.aula03_pool.ConfiguracaoDePool.Requisitos;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TesteDeExercicio("03.2")
final class ConfiguracaoDePoolTest {

    private static final Duration POSSE = Duration.ofSeconds(10);
    private static final Duration SILENCIO = Duration.ofSeconds(60);
    private static final Duration VIDA = Duration.ofMinutes(10);

    /// Demanda 20/s × 0,1 s = 2; cota (12 − 3) / 3 = 3.
    private static final Requisitos LOJA = requisitos(12, 3, 3, 20, Duration.ofMillis(100));
    /// Demanda 50/s × 0,11 s = 5,5, ou seja, 6; cota (20 − 5) / 2 = 7.
    private static final Requisitos RELATORIO = requisitos(20, 5, 2, 50, Duration.ofMillis(110));

    /// Demanda 8.000/s × 0,5 ms = 4, com folga de sobra: a conta em milissegundos inteiros daria zero.
    private static final Requisitos CONTADOR = requisitos(12, 2, 1, 8_000, Duration.ofNanos(500_000));
    /// Demanda 100/s × 0,07 s = 7; cota (17 − 3) / 2 = 7: cabe justo. Em double, 100 * 0.07 dá 7.000000000000001.
    private static final Requisitos JUSTA = requisitos(17, 3, 2, 100, Duration.ofMillis(70));
    /// Quase o menor que [Requisitos] aceita: descontar um minuto deixaria 10 s, e o HikariCP trocaria por 30 min.
    private static final Requisitos VIDA_CURTA = comVida(Duration.ofSeconds(3), Duration.ofSeconds(70));
    /// Com 20 min, o padrão de 30 min do HikariCP ainda é vida demais; com 1 h, nem um minuto de folga chega a 5%.
    private static final List<Requisitos> VIDAS_LONGAS = List.of(comVida(POSSE, Duration.ofMinutes(20)), comVida(POSSE, Duration.ofHours(1)));

    /// Só nesta alguém pede uma conexão que o pool não tem.
    private static final Requisitos IMPACIENTE = comEspera(Duration.ofMillis(300));

    /// Muito acima dos 300 ms pedidos, muito abaixo dos 30 s que são o padrão do HikariCP.
    private static final Duration ESPERA_PELA_RECUSA = Duration.ofSeconds(4);

    private static Banco banco;

    @BeforeAll
    static void abrir(Banco novo) {
        banco = novo;
    }

    @Test @Order(1)
    @DisplayName("recusa uma requisição dentro do prazo quando todas as conexões estão emprestadas")
    void recusaNoPrazo_quandoTodasEstaoEmprestadas() throws Exception {
        try (var pool = abrir(IMPACIENTE)) {
            pool.pegarTodas();
            var resposta = respostaDeMaisUma(pool);
            Mensagem.esperado("recusa do pool em até " + IMPACIENTE.esperaMaxima().toMillis() + " ms")
                    .visto(resposta + "; pool: " + pool.estado())
                    .causaProvavel("a espera por conexão ficou com o padrão de 30 s, ou sem fim (no HikariCP, zero é sem fim)")
                    .proximoPasso("leia «Quanto esperar» em teoria/03-pool.md e ligue esperaMaxima ao prazo certo")
                    .exigir(resposta.equals(SQLTransientConnectionException.class.getSimpleName()));
        }
    }

    @Test @Order(2)
    @DisplayName("a soma de todas as instâncias cabe no servidor quando todas enchem o pool")
    void cabeNoServidor_quandoTodasAsInstanciasEnchem() throws SQLException {
        for (var requisitos : List.of(LOJA, RELATORIO)) {
            int permitidas = requisitos.limiteDoServidor() - requisitos.reservadas();
            long abertas = encher(requisitos, permitidas);
            Mensagem.esperado("no máximo %d conexões no servidor, somadas as %d instâncias".formatted(permitidas, requisitos.instancias()))
                    .visto(abertas + " conexões em pg_stat_activity")
                    .causaProvavel("o limite do servidor é de todas as instâncias juntas, e cada uma abriu como se fosse só dela")
                    .proximoPasso("tire as reservadas e divida o resto: leia «O teto» em teoria/03-pool.md")
                    .exigir(abertas <= permitidas);
        }
    }

    @Test @Order(3)
    @DisplayName("atende a demanda média do pico com conexões simultâneas")
    void atendeOPico_quandoADemandaCabeNaCota() throws SQLException {
        for (var requisitos : List.of(LOJA, RELATORIO)) {
            int demanda = (int) Math.ceil(requisitos.picoPorSegundo() * requisitos.usoDaConexao().toMillis() / 1e3);
            exigirAtendidas(requisitos, demanda, requisitos.usoDaConexao().toMillis() + " ms",
                    "o tamanho é menor que chegada × permanência, ou a conta foi arredondada para baixo");
        }
    }

    @Test @Order(8)
    @DisplayName("atende o pico também quando o uso dura menos que um milissegundo")
    void atendeOPico_quandoOUsoDuraMenosQueUmMilissegundo() throws SQLException {
        exigirAtendidas(CONTADOR, 4, "0,5 ms", "o uso virou milissegundos inteiros antes da conta: toMillis() de 0,5 ms é 0");
    }

    @Test @Order(9)
    @DisplayName("aceita requisitos em que a demanda é igual à cota")
    void aceitaRequisitos_quandoADemandaEIgualACota() {
        Object visto;
        try {
            visto = ConfiguracaoDePool.para(JUSTA, new BancoPaciente(banco)).getMaximumPoolSize() + " conexões";
        } catch (RuntimeException e) {
            visto = e;
        }
        Mensagem.esperado("7 conexões: a demanda é de 7 (100 por segundo × 70 ms) e a cota também")
                .visto(visto)
                .causaProvavel("a conta foi feita em double (100 * 0.07 passa de 7 e arredonda para 8), ou a comparação recusa o empate")
                .proximoPasso("conte em inteiros, com nanossegundos, e recuse só se a demanda é maior que a cota")
                .exigir(visto.equals("7 conexões"));
    }

    @Test @Order(4)
    @DisplayName("recusa requisitos em que a demanda não cabe na cota da instância")
    void recusaRequisitos_quandoADemandaNaoCabeNaCota() {
        var impossivel = requisitos(12, 3, 3, 50, Duration.ofMillis(100));
        Throwable erro = null;
        try {
            ConfiguracaoDePool.para(impossivel, new BancoPaciente(banco));
        } catch (RuntimeException e) {
            erro = e;
        }
        Mensagem.esperado("IllegalArgumentException: a demanda é de 5 conexões e a cota de cada instância é 3")
                .visto(erro == null ? "a configuração saiu como se coubesse" : erro.toString())
                .causaProvavel("o tamanho foi ajustado em silêncio, a demanda não foi confrontada com a cota, ou a mensagem não diz os "
                        + "dois números")
                .proximoPasso("recuse com os dois números: quem lê decide se compra servidor ou encurta a consulta")
                // Os números de uma instância ou os das três juntas: o enunciado não escolhe.
                .exigir(erro instanceof IllegalArgumentException && (diz(erro, 5) && diz(erro, 3) || diz(erro, 15) && diz(erro, 9)));
    }

    @Test @Order(5)
    @DisplayName("avisa o vazamento quando a conexão passa da posse máxima, e só então")
    void avisaVazamento_quandoAConexaoPassaDaPosse() throws SQLException {
        for (var requisitos : List.of(LOJA, VIDA_CURTA)) {
            exigirAviso(requisitos, requisitos.posseMaxima());
        }
    }

    private static void exigirAviso(Requisitos requisitos, Duration posse) throws SQLException {
        try (var avisos = new AvisosDeVazamento(); var pool = abrir(requisitos)) {
            pool.pegar();
            pool.tempo().avancar(posse.minusMillis(1));
            int antes = avisos.ate().size();
            pool.tempo().avancar(Duration.ofMillis(1));
            int depois = avisos.ate().size();
            Mensagem.esperado("nenhum aviso antes de " + posse.toSeconds() + " s e um aviso aos " + posse.toSeconds() + " s")
                    .visto(antes + " antes e " + (depois - antes) + " aos " + posse.toSeconds() + " s")
                    .causaProvavel("o vigia está desligado: zero, abaixo de 2 s ou acima da vida da conexão o desligam")
                    .proximoPasso("leia «Quem levou a conexão» em teoria/03-pool.md e confira a unidade que o método pede")
                    .exigir(antes == 0 && depois == 1);
            pool.devolverTodas();
        }
    }

    @Test @Order(6)
    @DisplayName("troca a conexão morta antes que uma requisição a pegue")
    void trocaConexaoMorta_antesQueAlguemAPegue() throws SQLException {
        try (var pool = abrir(LOJA)) {
            pool.pegarTodas();
            var mortas = pool.processos();
            pool.devolverTodas();
            mortas.forEach(pid -> banco.numero("SELECT count(*) FROM pg_terminate_backend(?::int, 5000)", pid));
            pool.tempo().avancar(SILENCIO);

            var resposta = consultar(pool);
            Mensagem.esperado("a primeira requisição depois da queda, " + SILENCIO.toSeconds() + " s mais tarde, funciona")
                    .visto(resposta)
                    .causaProvavel("ninguém provou que as conexões paradas estavam vivas: a requisição descobriu por todos")
                    .proximoPasso("leia «Provar que está viva» em teoria/03-pool.md; o HikariCP aceita de 30 s em diante")
                    .exigir(resposta.equals("funcionou"));
        }
    }

    @Test @Order(7)
    @DisplayName("aposenta as conexões antes que a rede as derrube")
    void aposentaConexao_antesQueARedeADerrube() throws SQLException {
        exigirAposentadoria(LOJA, "a vida da conexão ficou sem fim, com o padrão de 30 min, ou colada no limite da rede");
    }

    @Test @Order(10)
    @DisplayName("aposenta as conexões também quando a vida na rede é de pouco mais que um minuto")
    void aposentaConexao_quandoAVidaNaRedeECurta() throws SQLException {
        exigirAposentadoria(VIDA_CURTA, "a folga é um tempo fixo e comeu quase a vida toda: abaixo de 30 s, o HikariCP a troca por 30 min "
                + "e só conta num aviso");
    }

    @Test @Order(11)
    @DisplayName("aposenta as conexões também quando a vida na rede é longa")
    void aposentaConexao_quandoAVidaNaRedeELonga() throws SQLException {
        for (var requisitos : VIDAS_LONGAS) {
            exigirAposentadoria(requisitos, "a folga é um tempo fixo: bastava a uma vida curta, e de uma longa é menos de 5%");
        }
    }

    @Test @Order(12)
    @DisplayName("não espera por uma conexão mais do que o pedido, seja qual for o pedido")
    void naoEsperaMais_doQueOPedido() {
        for (long pedida : List.of(250L, 300L, 1_500L, 5_000L)) {
            var requisitos = comEspera(Duration.ofMillis(pedida));
            long espera = ConfiguracaoDePool.para(requisitos, new BancoPaciente(banco)).getConnectionTimeout();
            Mensagem.esperado("espera de até " + pedida + " ms por uma conexão")
                    .visto("connectionTimeout de " + espera + " ms")
                    .causaProvavel("a espera foi arredondada para segundos, ou é um número fixo, que não vem de esperaMaxima")
                    .proximoPasso("passe esperaMaxima ao HikariCP em milissegundos, sem arredondar")
                    .exigir(espera <= pedida);
        }
    }

    private static void exigirAposentadoria(Requisitos requisitos, String causa) throws SQLException {
        try (var pool = abrir(requisitos)) {
            pool.pegarTodas();
            var antigas = pool.processos();
            pool.devolverTodas();
            pool.tempo().avancar(requisitos.vidaNaRede().multipliedBy(95).dividedBy(100));

            pool.pegarTodas();
            var restantes = pool.processos();
            restantes.retainAll(antigas);
            Mensagem.esperado("nenhuma conexão com 95% da vida na rede (" + requisitos.vidaNaRede().toSeconds() + " s)")
                    .visto(restantes.size() + " das " + antigas.size() + " conexões do começo continuam em uso")
                    .causaProvavel(causa)
                    .proximoPasso("leia «Aposentar antes que a rede derrube» em teoria/03-pool.md e deixe folga")
                    .exigir(restantes.isEmpty());
            pool.devolverTodas();
        }
    }

    private static Requisitos requisitos(int limite, int reservadas, int instancias, int pico, Duration uso) {
        return new Requisitos(limite, reservadas, instancias, pico, uso, Duration.ofSeconds(5), POSSE, SILENCIO, VIDA);
    }

    private static Requisitos comEspera(Duration espera) {
        return new Requisitos(12, 3, 3, 20, Duration.ofMillis(100), espera, POSSE, SILENCIO, VIDA);
    }

    private static Requisitos comVida(Duration posse, Duration vida) {
        return new Requisitos(12, 3, 3, 20, Duration.ofMillis(100), Duration.ofSeconds(5), posse, SILENCIO, vida);
    }

    private static boolean diz(Throwable erro, int numero) {
        return Pattern.compile("\\b" + numero + "\\b").matcher(String.valueOf(erro.getMessage())).find();
    }

    private static void exigirAtendidas(Requisitos requisitos, int demanda, String uso, String causa) throws SQLException {
        try (var pool = abrir(requisitos)) {
            int atendidas = pool.pegarAte(demanda);
            Mensagem.esperado("%d requisições ao mesmo tempo com conexão: %d por segundo, %s cada".formatted(
                            demanda, requisitos.picoPorSegundo(), uso))
                    .visto(atendidas + " com conexão; pool: " + pool.estado())
                    .causaProvavel(causa)
                    .proximoPasso("leia «A lei de Little» em teoria/03-pool.md; meia conexão é uma conexão")
                    .exigir(atendidas == demanda);
        }
    }

    private static PoolConfigurado abrir(Requisitos requisitos) {
        return new PoolConfigurado(ConfiguracaoDePool.para(requisitos, new BancoPaciente(banco)));
    }

    /// Abre um pool por instância e enche um depois do outro; para na primeira conexão além das permitidas.
    private static long encher(Requisitos requisitos, int permitidas) throws SQLException {
        var pools = new ArrayList<PoolConfigurado>();
        try {
            int abertas = 0;
            for (int i = 0; i < requisitos.instancias() && abertas <= permitidas; i++) {
                pools.add(abrir(requisitos));
                abertas += pools.getLast().pegarAte(permitidas + 1 - abertas);
            }
            return vistasPeloServidor(pools);
        } finally {
            pools.forEach(PoolConfigurado::close);
        }
    }

    private static long vistasPeloServidor(List<PoolConfigurado> pools) throws SQLException {
        var processos = new ArrayList<Long>();
        for (var pool : pools) {
            processos.addAll(pool.processos());
        }
        return banco.numero("SELECT count(*) FROM pg_stat_activity WHERE pid = ANY (string_to_array(?, ',')::int[])",
                String.join(",", processos.stream().map(String::valueOf).toList()));
    }

    private static String respostaDeMaisUma(PoolConfigurado pool) {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var pedido = executor.submit(pool::pegar);
            if (!PrazoElastico.ate(pedido::isDone, ESPERA_PELA_RECUSA)) {
                return ESPERA_PELA_RECUSA.toSeconds() + " s depois, a requisição ainda esperava";
            }
            return pedido.state() == Future.State.SUCCESS
                    ? "a requisição a mais ganhou uma conexão" : pedido.exceptionNow().getClass().getSimpleName();
        } finally {
            executor.shutdownNow();
        }
    }

    private static String consultar(PoolConfigurado pool) {
        try {
            PoolConfigurado.processo(pool.pegar());
            return "funcionou";
        } catch (SQLException e) {
            return e.getSQLState() + ": " + e.getMessage();
        }
    }
}
