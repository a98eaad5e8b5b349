package exercicios.aula05_consultas;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.correcao.Mensagem;
import curso.bancada.correcao.TesteDeExercicio;
import curso.bancada.instrumentos.ContadorDeConsultas;
import curso.bancada.servicos.Banco;
import exercicios.aula05_consultas.FeedDePosts.Autor;
import exercicios.aula05_consultas.FeedDePosts.Post;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TesteDeExercicio(value = "05.1", prazoEmSegundos = 20)
final class FeedDePostsTest {
    /// Até aqui, uma consulta por coleção; daí para cima, com os dados destes testes, só um laço.
    private static final int POUCAS = 6;
    private static final Instant INICIO = Instant.parse("2026-03-01T08:00:00Z");

    @Test @Order(1)
    @DisplayName("faz no máximo duas consultas para sessenta autores")
    void consultaNoMaximoDuasVezes_quandoSaoSessentaAutores(Banco banco) throws SQLException {
        RedeSocial.em(banco).usuarios(1, 60).postsPorHora(1, 60, 3, INICIO).pronta();
        var contador = ContadorDeConsultas.sobre(banco.dataSource());

        var feed = new FeedDePosts(contador.dataSource()).montar(ids(1, 60), 5);

        assertThat(feed).as("autores no feed").hasSize(60);
        int consultas = contador.idasEVoltas();
        boolean poucas = consultas <= POUCAS;
        Mensagem.esperado("no máximo 2 consultas para 60 autores")
                .visto(consultas + " consultas")
                .causaProvavel(poucas ? "cada coleção (autores, posts, curtidas, comentários) tem a sua consulta"
                        : "há uma consulta dentro de um laço: por autor, por post ou por total")
                .proximoPasso(poucas ? "junte as contagens à consulta dos posts: leia «O join que multiplica» em teoria/05-consultas.md"
                        : "leia «N+1» em teoria/05-consultas.md e peça todos os autores de uma vez")
                .exigir(consultas <= 2);
    }

    @Test @Order(2)
    @DisplayName("não faz mais consultas para sessenta autores do que para dez")
    void naoFazMaisConsultas_quandoHaMaisAutores(Banco banco) throws SQLException {
        RedeSocial.em(banco).usuarios(1, 60).postsPorHora(1, 60, 1, INICIO).pronta();
        var contador = ContadorDeConsultas.sobre(banco.dataSource());
        var feed = new FeedDePosts(contador.dataSource());

        feed.montar(ids(1, 10), 1);
        int comDez = contador.idasEVoltas();
        contador.zerar();
        feed.montar(ids(1, 60), 1);
        int comSessenta = contador.idasEVoltas();

        Mensagem.esperado("o mesmo número de consultas para 10 e para 60 autores, cada um com 1 post")
                .visto(comDez + " consultas para 10 autores, " + comSessenta + " para 60")
                .causaProvavel("há uma consulta dentro de um laço: por autor ou por post")
                .proximoPasso("leia «N+1» em teoria/05-consultas.md e peça todos os autores de uma vez")
                .exigir(comSessenta <= Math.max(2, comDez));
    }

    @Test @Order(3)
    @DisplayName("traz os posts do mais novo para o mais velho; no empate, o id maior primeiro")
    void trazOsMaisNovosPrimeiro_quandoHaEmpateDeHorario(Banco banco) throws SQLException {
        RedeSocial.em(banco).usuarios(1, 1)
                .post(1, "velho", INICIO).post(1, "empate a", depois(2)).post(1, "novo", depois(3)).post(1, "empate b", depois(2)).pronta();

        var posts = feed(banco, List.of(1L), 4).getFirst().posts();

        var visto = posts.stream().map(Post::texto).toList();
        var certo = List.of("novo", "empate b", "empate a", "velho");
        Mensagem.esperado("posts na ordem " + certo)
                .visto(visto)
                .causaProvavel("a ordem só vale onde há ORDER BY: no corte por autor e também na consulta de fora")
                .proximoPasso("ordene por publicado_em e, no empate, por id, os dois do maior para o menor")
                .exigir(visto.equals(certo));
        assertThat(posts.getFirst().publicadoEm()).as("horário do post mais novo").isEqualTo(depois(3));

        var cortados = feed(banco, List.of(1L), 2).getFirst().posts().stream().map(Post::texto).toList();
        Mensagem.esperado("com 2 posts por autor e o corte no meio do empate: [novo, empate b]")
                .visto(cortados)
                .causaProvavel("rank() e WITH TIES dão o mesmo lugar a quem empata; sem o id na ordem do corte, o banco escolhe qualquer um")
                .proximoPasso("a ordem do corte também desempata pelo id, do maior para o menor")
                .exigir(cortados.equals(List.of("novo", "empate b")));
    }

    @Test @Order(4)
    @DisplayName("respeita o limite de cada autor mesmo quando um deles publica muito mais que o outro")
    void respeitaOLimiteDeCadaAutor_quandoUmPublicaMuito(Banco banco) throws SQLException {
        RedeSocial.em(banco).usuarios(1, 2).postsPorHora(2, 2, 3, INICIO).postsPorHora(1, 1, 50, depois(1_000)).pronta();

        var feed = feed(banco, List.of(1L, 2L), 3);

        int doFalante = feed.getFirst().posts().size();
        int doQuieto = feed.getLast().posts().size();
        Mensagem.esperado("3 posts do autor que publicou 50 e 3 do que publicou 3")
                .visto(doFalante + " do primeiro e " + doQuieto + " do segundo")
                .causaProvavel(doQuieto < 3 ? "o LIMIT vale para a consulta inteira, e quem publica muito toma o lugar dos outros"
                        : "nada limita os posts de cada autor")
                .proximoPasso("leia «Os k mais novos de cada grupo» em teoria/05-consultas.md")
                .exigir(doFalante == 3 && doQuieto == 3);
    }

    @Test @Order(5)
    @DisplayName("conta curtidas e comentários certos quando o post tem os dois")
    void contaCurtidasEComentarios_quandoOPostTemOsDois(Banco banco) throws SQLException {
        RedeSocial.em(banco).usuarios(1, 6).post(1, "os dois", depois(3)).post(1, "só curtidas", depois(2)).post(1, "nada", depois(1))
                .curtidas(1, 4).comentarios(1, 3).curtidas(2, 2).pronta();

        var posts = feed(banco, List.of(1L), 3).getFirst().posts();

        var visto = posts.stream().map(p -> p.texto() + ": " + p.curtidas() + " e " + p.comentarios()).toList();
        var certo = List.of("os dois: 4 e 3", "só curtidas: 2 e 0", "nada: 0 e 0");
        Mensagem.esperado("curtidas e comentários " + certo)
                .visto(visto)
                .causaProvavel("juntar duas coleções na mesma consulta multiplica as linhas: 4 curtidas × 3 comentários = 12")
                .proximoPasso("leia «O join que multiplica» em teoria/05-consultas.md e conte cada coleção por si")
                .exigir(visto.equals(certo));
    }

    @Test @Order(6)
    @DisplayName("mantém a ordem pedida")
    void mantemAOrdemPedida_quandoNaoEADosIds(Banco banco) throws SQLException {
        RedeSocial.em(banco).usuarios(1, 3).post(1, "do 1", depois(2)).post(2, "do 2", depois(1)).post(3, "do 3", depois(3)).pronta();

        var visto = feed(banco, List.of(2L, 3L, 1L), 2).stream().map(Autor::id).toList();

        Mensagem.esperado("os autores na ordem pedida, [2, 3, 1]")
                .visto(visto)
                .causaProvavel("a ordem ficou por conta do banco, ou é a dos ids ou a dos posts")
                .proximoPasso("leve a posição de cada id ao ORDER BY (WITH ORDINALITY), ou reordene em Java por um mapa")
                .exigir(visto.equals(List.of(2L, 3L, 1L)));
    }

    @Test @Order(7)
    @DisplayName("inclui quem não tem posts e ignora quem não existe")
    void incluiQuemNaoTemPosts_eIgnoraQuemNaoExiste(Banco banco) throws SQLException {
        RedeSocial.em(banco).usuarios(1, 3).post(1, "do 1", INICIO).post(3, "do 3", depois(1)).pronta();

        var feed = feed(banco, List.of(1L, 2L, 3L, 999L), 2);

        var visto = feed.stream().map(a -> a.nome() + ": " + a.posts().size()).sorted().toList();
        var certo = List.of("Usuário 1: 1", "Usuário 2: 0", "Usuário 3: 1");
        Mensagem.esperado("autores e quantidade de posts " + certo + ", e nada do autor 999, que não existe")
                .visto(visto)
                .causaProvavel(feed.size() < certo.size() ? "o JOIN descarta o autor que não tem par"
                        : "um id sem usuário, ou a linha sem post que o LEFT JOIN devolve, virou um item do feed")
                .proximoPasso("veja o que muda entre JOIN e LEFT JOIN, e onde cada um deve entrar")
                .exigir(visto.equals(certo));
    }

    @Test @Order(8)
    @DisplayName("dá a cada post o id dele")
    void identificaCadaPost_quandoAutorEPostTemIdsDiferentes(Banco banco) throws SQLException {
        RedeSocial.em(banco).usuarios(1, 2).post(2, "id 1", INICIO).post(1, "id 2", depois(1)).post(2, "id 3", depois(2)).pronta();

        var visto = feed(banco, List.of(1L, 2L), 3).stream()
                .map(a -> a.nome() + ": " + a.posts().stream().map(Post::id).sorted().toList()).sorted().toList();

        var certo = List.of("Usuário 1: [2]", "Usuário 2: [1, 3]");
        Mensagem.esperado("os ids dos posts de cada autor: " + certo)
                .visto(visto)
                .causaProvavel("o resultado tem duas colunas «id», e getLong(\"id\") lê a primeira, que é a do autor")
                .proximoPasso("dê um nome a cada coluna (p.id AS post_id) e leia o post por ele")
                .exigir(visto.equals(certo));
    }

    @Test @Order(9)
    @DisplayName("lê só as linhas que devolve quando os autores têm muitos posts")
    void leSoAsLinhasQueDevolve_quandoOsAutoresTemMuitosPosts(Banco banco) throws SQLException {
        RedeSocial.em(banco).usuarios(1, 5).postsPorHora(1, 5, 300, INICIO).pronta();
        var observado = BancoObservado.sobre(banco.dataSource());

        var feed = new FeedDePosts(observado.dataSource()).montar(ids(1, 5), 3);

        assertThat(feed).as("autores no feed").hasSize(5);
        Mensagem.esperado("no máximo 20 linhas lidas: 5 autores e 15 posts")
                .visto(observado.linhasLidas() + " linhas")
                .causaProvavel("a consulta traz posts que o código depois joga fora, ou relê o que já tinha")
                .proximoPasso("deixe o banco cortar: leia «Os k mais novos de cada grupo» em teoria/05-consultas.md")
                .exigir(observado.linhasLidas() <= 20);
    }

    @Test @Order(10)
    @DisplayName("recebe curtidas e comentários contados, não um a um")
    void leUmaLinhaPorPost_quandoOPostTemCurtidasEComentarios(Banco banco) throws SQLException {
        RedeSocial.em(banco).usuarios(1, 5).post(1, "famoso", INICIO).curtidas(1, 5).comentarios(1, 30).pronta();
        var observado = BancoObservado.sobre(banco.dataSource());

        new FeedDePosts(observado.dataSource()).montar(ids(1, 1), 1);

        Mensagem.esperado("no máximo 4 linhas lidas para 1 autor e 1 post, que tem 5 curtidas e 30 comentários")
                .visto(observado.linhasLidas() + " linhas")
                .causaProvavel("o banco manda uma linha por curtida e por comentário, ou por par deles, e a aplicação as conta")
                .proximoPasso("conte no banco, cada coleção por si: leia «O join que multiplica» em teoria/05-consultas.md")
                .exigir(observado.linhasLidas() <= 4);
    }

    @Test @Order(11)
    @DisplayName("aceita setenta mil autores em duas consultas")
    void aceitaSetentaMilAutores_emDuasConsultas(Banco banco) throws SQLException {
        RedeSocial.em(banco).usuarios(1, 3).postsPorHora(1, 3, 2, INICIO).pronta();
        var observado = BancoObservado.comNoMaximo(2, banco.dataSource());

        var feed = new FeedDePosts(observado.dataSource()).montar(ids(1, 70_000), 2);

        var visto = feed.stream().map(Autor::id).toList();
        Mensagem.esperado("os três autores que existem, [1, 2, 3], entre 70 mil pedidos")
                .visto(visto)
                .causaProvavel("a lista foi cortada, ou dividida em pedaços que não voltaram inteiros")
                .proximoPasso("passe a lista como um só parâmetro: leia «IN e ANY» em teoria/05-consultas.md")
                .exigir(visto.equals(List.of(1L, 2L, 3L)));
    }

    @Test @Order(12)
    @DisplayName("devolve lista vazia quando ninguém foi pedido")
    void devolveListaVazia_quandoNinguemFoiPedido(Banco banco) throws SQLException {
        RedeSocial.em(banco).usuarios(1, 1).post(1, "existe", INICIO).pronta();

        var feed = feed(banco, List.of(), 3);

        Mensagem.esperado("feed vazio para uma lista vazia")
                .visto(feed.size() + " autores")
                .causaProvavel("a lista vazia foi lida como «todos»")
                .proximoPasso("decida o que a sua consulta significa quando não há ids")
                .exigir(feed.isEmpty());
    }

    @Test @Order(13)
    @DisplayName("fecha a conexão que abriu")
    void fechaAConexao_quandoOFeedFicaPronto(Banco banco) throws SQLException {
        RedeSocial.em(banco).usuarios(1, 1).post(1, "existe", INICIO).pronta();
        var observado = BancoObservado.sobre(banco.dataSource());

        new FeedDePosts(observado.dataSource()).montar(ids(1, 1), 1);

        Mensagem.esperado("nenhuma conexão aberta depois de montar o feed")
                .visto(observado.conexoesAbertas() + " aberta")
                .causaProvavel("ninguém chama close(): num pool, ela nunca mais volta")
                .proximoPasso("abra a conexão num try-with-resources (aula 03)")
                .exigir(observado.conexoesAbertas() == 0);
    }

    private static List<Autor> feed(Banco banco, List<Long> autores, int postsPorAutor) throws SQLException {
        return new FeedDePosts(banco.dataSource()).montar(autores, postsPorAutor);
    }

    private static List<Long> ids(long de, long ate) {
        return LongStream.rangeClosed(de, ate).boxed().toList();
    }

    private static Instant depois(int horas) {
        return INICIO.plus(Duration.ofHours(horas));
    }
}
