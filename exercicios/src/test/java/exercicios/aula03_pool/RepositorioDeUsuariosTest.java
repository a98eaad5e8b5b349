package exercicios.aula03_pool;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import curso.bancada.correcao.Mensagem;
import curso.bancada.correcao.TesteDeExercicio;
import curso.bancada.instrumentos.Acao;
import curso.bancada.servicos.Banco;
import exercicios.aula03_pool.RepositorioDeUsuarios.Cadastro;
import exercicios.aula03_pool.RepositorioDeUsuarios.Usuario;
import java.sql.SQLException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TesteDeExercicio("03.1")
final class RepositorioDeUsuariosTest {

    private static final int CONEXOES = 2;
    private static final Cadastro BIA = new Cadastro("Bia", "bia@exemplo.br");
    private static final Cadastro REPETIDO = new Cadastro("Outra Ana", "ana@exemplo.br");

    private static Banco banco;

    /// Um banco para a classe toda: criar um por teste custaria mais do que todos os testes juntos.
    @BeforeAll
    static void abrir(Banco novo) {
        banco = novo;
    }

    @BeforeEach
    void criarTabela() {
        banco.executar("""
                DROP TABLE IF EXISTS usuarios, usuarios_em_migracao;
                CREATE TABLE usuarios (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, nome text, email text NOT NULL UNIQUE);
                INSERT INTO usuarios (nome, email) VALUES ('Ana', 'ana@exemplo.br'), (NULL, 'antigo@exemplo.br');
                """);
    }

    @Test @Order(1)
    @DisplayName("encontra o usuário que existe e responde vazio para o que não existe")
    void encontraUsuario_quandoEmailExiste() throws SQLException {
        try (var pool = PoolDeTeste.cheio(banco, CONEXOES)) {
            var repositorio = new RepositorioDeUsuarios(pool);

            assertThat(repositorio.porEmail("ana@exemplo.br")).as("busca por um e-mail que existe")
                    .hasValueSatisfying(ana -> assertThat(ana.nome()).isEqualTo("Ana"));
            assertThat(repositorio.porEmail("ninguem@exemplo.br")).as("busca por um e-mail que não existe").isEmpty();
        }
    }

    @Test @Order(2)
    @DisplayName("grava um e depois vários usuários, e devolve as conexões")
    void gravaEDevolve_quandoTudoDaCerto() throws SQLException {
        try (var pool = PoolDeTeste.cheio(banco, CONEXOES)) {
            var repositorio = new RepositorioDeUsuarios(pool);

            long id = repositorio.cadastrar(BIA);
            repositorio.cadastrarTodos(List.of(new Cadastro("Caio", "caio@exemplo.br"), new Cadastro("Davi", "davi@exemplo.br")));

            assertThat(repositorio.porEmail("bia@exemplo.br")).as("usuário recém-cadastrado")
                    .contains(new Usuario(id, "Bia", "bia@exemplo.br"));
            assertThat(banco.numero("SELECT count(*) FROM usuarios")).as("usuários gravados").isEqualTo(5);
            // O xmin de uma linha é a transação que a gravou.
            assertThat(banco.numero("SELECT count(DISTINCT xmin::text) FROM usuarios WHERE email IN ('caio@exemplo.br', 'davi@exemplo.br')"))
                    .as("transações que cadastrarTodos usou").isEqualTo(1);
            exigirTodasDevolvidas(pool, "três chamadas que deram certo");
        }
    }

    @Test @Order(3)
    @DisplayName("devolve a conexão quando a consulta falha")
    void devolveConexao_quandoConsultaFalha() throws SQLException {
        banco.executar("ALTER TABLE usuarios RENAME TO usuarios_em_migracao");
        falharTodasAsVezes(repositorio -> repositorio.porEmail("ana@exemplo.br"), "buscas com a tabela fora do ar");
    }

    @Test @Order(4)
    @DisplayName("devolve a conexão quando a falha não é do banco")
    void devolveConexao_quandoAFalhaNaoEDoBanco() throws SQLException {
        falharTodasAsVezes(repositorio -> repositorio.porEmail("antigo@exemplo.br"), "buscas de um usuário sem nome");
        // Uma vez só: quem ficasse com a primeira conexão teria nela a Bia por confirmar, e a segunda esperaria por isso.
        try (var pool = PoolDeTeste.cheio(banco, CONEXOES)) {
            tentar(() -> new RepositorioDeUsuarios(pool).cadastrarTodos(listaCortada()));
            exigirTodasDevolvidas(pool, "uma lista que não se deixa ler até o fim");
        }
    }

    @Test @Order(5)
    @DisplayName("devolve a conexão quando o e-mail já existe")
    void devolveConexao_quandoEmailSeRepete() throws SQLException {
        falharTodasAsVezes(repositorio -> repositorio.cadastrar(REPETIDO), "cadastros com e-mail repetido");
    }

    @Test @Order(6)
    @DisplayName("devolve a conexão quando um dos cadastros da lista falha")
    void devolveConexao_quandoListaFalha() throws SQLException {
        falharTodasAsVezes(repositorio -> repositorio.cadastrarTodos(List.of(REPETIDO)), "listas com e-mail repetido");
    }

    @Test @Order(7)
    @DisplayName("não grava ninguém da lista quando um e-mail se repete")
    void naoGravaNinguem_quandoUmDaListaFalha() throws SQLException {
        try (var pool = PoolDeTeste.cheio(banco, CONEXOES)) {
            tentar(() -> new RepositorioDeUsuarios(pool).cadastrarTodos(List.of(BIA, REPETIDO)));

            long gravados = banco.numero("SELECT count(*) FROM usuarios WHERE email = 'bia@exemplo.br'");
            Mensagem.esperado("ninguém da lista no banco")
                    .visto(gravados + " gravado, o que veio antes do e-mail repetido")
                    .causaProvavel("cada INSERT foi confirmado sozinho, ou o que estava pela metade foi confirmado na falha")
                    .proximoPasso("uma transação só: desligue o autocommit e confirme uma vez, no fim de tudo")
                    .exigir(gravados == 0);
        }
    }

    @Test @Order(8)
    @DisplayName("conta o erro do banco a quem chamou")
    void repassaOErro_quandoOBancoRecusa() throws SQLException {
        banco.executar("ALTER TABLE usuarios RENAME TO usuarios_em_migracao");
        try (var pool = PoolDeTeste.cheio(banco, CONEXOES)) {
            var repositorio = new RepositorioDeUsuarios(pool);
            String quando = "quando a tabela não existe";
            String causa = "um catch responde no lugar do erro: quem chamou não distingue «não há» de «não sei»";
            exigirErro("porEmail", quando, causa, () -> repositorio.porEmail("ana@exemplo.br"));
            exigirErro("cadastrar", quando, causa, () -> repositorio.cadastrar(REPETIDO));
            exigirErro("cadastrarTodos", quando, causa, () -> repositorio.cadastrarTodos(List.of(REPETIDO)));
        }
    }

    @Test @Order(9)
    @DisplayName("conta a quem chamou a falha que não é do banco, como ela veio")
    void repassaAFalha_quandoElaNaoEDoBanco() throws SQLException {
        try (var pool = PoolDeTeste.cheio(banco, CONEXOES)) {
            var repositorio = new RepositorioDeUsuarios(pool);
            exigirComoVeio("porEmail", "o construtor de Usuario recusa um usuário sem nome", () -> repositorio.porEmail("antigo@exemplo.br"));
            exigirComoVeio("cadastrarTodos", "a lista não se deixa ler até o fim", () -> repositorio.cadastrarTodos(listaCortada()));
        }
    }

    @Test @Order(10)
    @DisplayName("devolve a conexão quando o comando nem chega a ser preparado")
    void devolveConexao_quandoOComandoNaoEPreparado() throws SQLException {
        var semPreparo = new BancoQueNaoPrepara(banco);
        try (var pool = PoolDeTeste.cheio(semPreparo, CONEXOES)) {
            semPreparo.recusarDaquiEmDiante();
            var repositorio = new RepositorioDeUsuarios(pool);
            tentar(() -> repositorio.porEmail("ana@exemplo.br"));
            exigirTodasDevolvidas(pool, "porEmail, com prepareStatement falhando");
            tentar(() -> repositorio.cadastrar(REPETIDO));
            exigirTodasDevolvidas(pool, "cadastrar, com prepareStatement falhando");
            tentar(() -> repositorio.cadastrarTodos(List.of(REPETIDO)));
            exigirTodasDevolvidas(pool, "cadastrarTodos, com prepareStatement falhando");
        }
    }

    /// O driver confirma um lote sem transação aos pedaços de umas 250 linhas: uma lista curta não mostraria.
    @Test @Order(11)
    @DisplayName("não grava ninguém quando o último de uma lista longa se repete")
    void naoGravaNinguem_quandoAListaELonga() throws SQLException {
        var lista = new ArrayList<Cadastro>();
        IntStream.range(0, 1_000).forEach(i -> lista.add(new Cadastro("Pessoa " + i, "pessoa" + i + "@exemplo.br")));
        lista.add(REPETIDO);
        try (var pool = PoolDeTeste.cheio(banco, CONEXOES)) {
            tentar(() -> new RepositorioDeUsuarios(pool).cadastrarTodos(lista));

            long gravados = banco.numero("SELECT count(*) FROM usuarios WHERE email LIKE 'pessoa%'");
            Mensagem.esperado("ninguém da lista de " + lista.size() + " no banco")
                    .visto(gravados + " gravados, os que vieram antes do e-mail repetido")
                    .causaProvavel("um lote não é uma transação: com o autocommit ligado, ele é confirmado aos pedaços")
                    .proximoPasso("uma transação só: desligue o autocommit e confirme uma vez, no fim de tudo")
                    .exigir(gravados == 0);
        }
    }

    @Test @Order(12)
    @DisplayName("conta o e-mail repetido a quem chamou e deixa como estava o usuário que já o tinha")
    void repassaOErro_quandoOEmailSeRepete() throws SQLException {
        try (var pool = PoolDeTeste.cheio(banco, CONEXOES)) {
            var repositorio = new RepositorioDeUsuarios(pool);
            String quando = "quando o e-mail se repete";
            String causa = "um ON CONFLICT faz do repetido um sucesso, ou um catch responde no lugar do erro";
            exigirErro("cadastrar", quando, causa, () -> repositorio.cadastrar(REPETIDO));
            exigirErro("cadastrarTodos", quando, causa, () -> repositorio.cadastrarTodos(List.of(BIA, REPETIDO)));

            assertThat(banco.numero("SELECT count(*) FROM usuarios WHERE email = 'ana@exemplo.br' AND nome = 'Ana'"))
                    .as("usuários de nome Ana com o e-mail dela, depois de outra pessoa tentar usá-lo").isEqualTo(1);
        }
    }

    @Test @Order(13)
    @DisplayName("não grava ninguém quando a lista não se deixa ler até o fim")
    void naoGravaNinguem_quandoALeituraDaListaFalha() throws SQLException {
        try (var pool = PoolDeTeste.cheio(banco, CONEXOES)) {
            tentar(() -> new RepositorioDeUsuarios(pool).cadastrarTodos(listaCortada()));

            long gravados = banco.numero("SELECT count(*) FROM usuarios WHERE email = 'bia@exemplo.br'");
            Mensagem.esperado("ninguém da lista no banco, depois de ler o segundo cadastro lançar IllegalStateException")
                    .visto(gravados + " gravado, o que veio antes")
                    .causaProvavel("só a SQLException desfaz a transação; com qualquer outra, religar o autocommit confirma a metade")
                    .proximoPasso("confirme num ponto só, depois do último INSERT, e desfaça por qualquer outra saída")
                    .exigir(gravados == 0);
        }
    }

    /// Três cadastros, dos quais só o primeiro se deixa ler.
    private static List<Cadastro> listaCortada() {
        return new AbstractList<>() {
            @Override
            public Cadastro get(int indice) {
                if (indice > 0) {
                    throw new IllegalStateException("arquivo cortado");
                }
                return BIA;
            }

            @Override
            public int size() {
                return 3;
            }
        };
    }

    private interface Uso {
        void de(RepositorioDeUsuarios repositorio) throws Exception;
    }

    /// Tantas falhas quantas conexões: se cada uma prender a sua, o pool se esgota sem que o teste espere por nada.
    private void falharTodasAsVezes(Uso uso, String oQue) throws SQLException {
        try (var pool = PoolDeTeste.cheio(banco, CONEXOES)) {
            var repositorio = new RepositorioDeUsuarios(pool);
            for (int i = 0; i < CONEXOES; i++) {
                tentar(() -> uso.de(repositorio));
            }
            exigirTodasDevolvidas(pool, CONEXOES + " " + oQue);
        }
    }

    private static void exigirTodasDevolvidas(HikariDataSource pool, String depoisDe) {
        int presas = PoolDeTeste.emprestadas(pool);
        Mensagem.esperado("nenhuma conexão emprestada depois de " + depoisDe)
                .visto("ainda emprestadas: " + presas + "; " + PoolDeTeste.estado(pool))
                .causaProvavel("há uma saída do método que não passa pelo close() da conexão")
                .proximoPasso("siga cada linha que pode lançar exceção e veja quem fecha a conexão; depois, ./curso dica 03.1")
                .exigir(presas == 0);
    }

    private static void exigirComoVeio(String metodo, String quando, Acao acao) {
        Throwable erro = tentar(acao);
        Mensagem.esperado("IllegalStateException de " + metodo + ", como veio, quando " + quando)
                .visto(erro == null ? metodo + " terminou como se tivesse dado certo" : erro.toString())
                .causaProvavel("um catch trata ou embrulha o que não é erro do banco: um usuário que existe virou «não há», ou "
                        + "um cadastro incompleto virou falha do banco")
                .proximoPasso("feche a conexão sem tratar a exceção: devolver é seu, decidir é de quem chama")
                .exigir(erro instanceof IllegalStateException);
    }

    private static void exigirErro(String metodo, String quando, String causa, Acao acao) {
        Throwable erro = tentar(acao);
        Mensagem.esperado("SQLException de " + metodo + " " + quando)
                .visto(erro == null ? "o método terminou como se tivesse dado certo" : erro.toString())
                .causaProvavel(causa)
                .proximoPasso("feche a conexão sem tratar a exceção: devolver é seu, decidir é de quem chama")
                .exigir(erro instanceof SQLException);
    }

    private static Exception tentar(Acao acao) {
        try {
            acao.executar();
            return null;
        } catch (Exception e) {
            return e;
        }
    }
}
