package exercicios.aula05_consultas;

import static org.assertj.core.api.Assertions.assertThat;

import curso.bancada.correcao.Mensagem;
import curso.bancada.correcao.TesteDeExercicio;
import curso.bancada.instrumentos.ContadorDeConsultas;
import curso.bancada.servicos.Banco;
import exercicios.aula05_consultas.ImportadorDePedidos.Pedido;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TesteDeExercicio(value = "05.3", prazoEmSegundos = 20)
final class ImportadorDePedidosTest {

    @Test @Order(1)
    @DisplayName("grava dez mil pedidos em no máximo vinte idas e voltas")
    void gravaEmPoucasIdasEVoltas_quandoSaoDezMilPedidos(Banco banco) throws SQLException {
        var arquivo = ArquivoDePedidos.em(banco);
        var contador = ContadorDeConsultas.sobre(banco.dataSource());

        int devolvido = new ImportadorDePedidos(contador.dataSource()).importar(pedidos(10_000));

        assertThat(arquivo.gravados()).as("linhas gravadas").isEqualTo(10_000);
        assertThat(devolvido).as("valor devolvido por importar()").isEqualTo(10_000);
        int viagens = contador.idasEVoltas();
        Mensagem.esperado("no máximo 20 idas e voltas para 10.000 pedidos")
                .visto(viagens + " idas e voltas")
                .causaProvavel(viagens < 10_000 ? "os lotes são pequenos: 10.000 pedidos ÷ o tamanho do lote dá o número de idas e voltas"
                        : "cada INSERT vai sozinho e espera a resposta antes do próximo")
                .proximoPasso("leia «Inserir em lote» em teoria/05-consultas.md e ponha ao menos 500 pedidos em cada ida e volta")
                .exigir(viagens <= 20);
    }

    @Test @Order(2)
    @DisplayName("não deixa nenhuma linha quando um pedido do meio é recusado")
    void naoDeixaNenhumaLinha_quandoUmPedidoDoMeioERecusado(Banco banco) {
        var arquivo = ArquivoDePedidos.em(banco);

        tentar(banco.dataSource(), comUmRecusado(4_000));

        Mensagem.esperado("0 linhas: o pedido do meio foi recusado, e é tudo ou nada")
                .visto(arquivo.gravados() + " linhas ficaram gravadas")
                .causaProvavel("o que veio antes do erro já tinha sido confirmado: por linha ou por lote")
                .proximoPasso("quem decide o que é «tudo» é a transação: leia «Lote não é transação» em teoria/05-consultas.md")
                .exigir(arquivo.gravados() == 0);
    }

    @Test @Order(3)
    @DisplayName("avisa quem chamou quando a importação falha")
    void lancaSQLException_quandoUmPedidoERecusado(Banco banco) {
        ArquivoDePedidos.em(banco);

        var falha = tentar(banco.dataSource(), comUmRecusado(10));

        Mensagem.esperado("SQLException com a recusa do banco")
                .visto(falha.isEmpty() ? "importar() voltou como se tudo tivesse dado certo" : falha.get())
                .causaProvavel("o catch que desfaz a transação ficou com a exceção para si")
                .proximoPasso("desfaça e deixe a exceção seguir até quem sabe o que fazer com ela")
                .exigir(falha.filter(SQLException.class::isInstance).isPresent());
    }

    @Test @Order(4)
    @DisplayName("grava aspas, barras, quebras de linha e null como vieram")
    void preservaOTexto_quandoTemAspasBarrasENulo(Banco banco) throws SQLException {
        var arquivo = ArquivoDePedidos.em(banco);
        var textos = new String[] {"copo d'água", "diz \"oi\"", "c:\\temp\\n", "duas\nlinhas\te tab", "null", "\\N", "", "ação €", null};
        var pedidos = IntStream.range(0, textos.length)
                .mapToObj(i -> new Pedido("t" + i, "Joana d'Arc", textos[i], 100 + i)).toList();

        var falha = tentar(banco.dataSource(), pedidos);

        var gravados = arquivo.linhas().stream().map(l -> new Pedido(l.codigo(), l.cliente(), l.observacao(), l.totalCentavos())).toList();
        Mensagem.esperado(textos.length + " pedidos gravados como vieram, com aspas, barras, quebras de linha e null")
                .visto(falha.map(Object::toString).orElseGet(() -> primeiraDiferenca(pedidos, gravados)))
                .causaProvavel("o texto virou pedaço do comando, e o banco o leu como SQL; no COPY, a barra, o tab, a quebra de linha e \\N "
                        + "querem dizer outra coisa, e no CSV o vazio sem aspas é nulo")
                .proximoPasso("ligue os valores com parâmetros (?): leia «Texto não é comando» em teoria/05-consultas.md; no COPY, use "
                        + "FORMAT csv, com cada texto entre aspas e as aspas de dentro dobradas")
                .exigir(falha.isEmpty() && gravados.equals(pedidos));
    }

    @Test @Order(5)
    @DisplayName("não põe no comando o texto de um pedido, nem o que parece SQL")
    void naoPoeOTextoNoComando_quandoOTextoPareceSql(Banco banco) {
        var arquivo = ArquivoDePedidos.em(banco);
        var contador = ContadorDeConsultas.sobre(banco.dataSource());
        var ataque = "x', 1); DELETE FROM pedidos; --";

        var falha = tentar(contador.dataSource(), List.of(new Pedido("a1", "Ana", "primeiro", 100), new Pedido("a2", "Eva", ataque, 200)));

        Mensagem.esperado("2 pedidos gravados, um deles com um texto que parece SQL")
                .visto(falha.map(Object::toString).orElse(arquivo.gravados() + " linhas"))
                .causaProvavel("o comando foi montado com +, e o texto de um cliente foi executado (injeção de SQL)")
                .proximoPasso("ligue os valores com parâmetros (?): leia «Texto não é comando» em teoria/05-consultas.md")
                .exigir(falha.isEmpty() && arquivo.gravados() == 2);
        var comOTexto = contador.consultas().stream().filter(c -> c.contains("DELETE FROM pedidos; --")).toList();
        Mensagem.esperado("nenhum comando com o texto de um pedido dentro")
                .visto(comOTexto)
                .causaProvavel("o comando foi montado com +; desta vez as aspas dobradas seguraram o texto")
                .proximoPasso("ligue os valores com parâmetros (?): leia «Texto não é comando» em teoria/05-consultas.md")
                .exigir(comOTexto.isEmpty());
    }

    @Test @Order(6)
    @DisplayName("importa de novo quando a importação anterior falhou e o pool só tem uma conexão")
    void importaDeNovo_quandoAAnteriorFalhou(Banco banco) {
        var arquivo = ArquivoDePedidos.em(banco);
        try (var pool = arquivo.poolDeUmaConexao()) {
            tentar(pool, comUmRecusado(10));

            var falha = tentar(pool, List.of(new Pedido("depois", "Cliente", "obs", 1)));

            long gravadas = banco.numero("SELECT count(*) FROM pedidos WHERE codigo = 'depois'");
            Mensagem.esperado("a segunda importação grava o seu pedido")
                    .visto(falha.map(Object::toString).orElse(gravadas + " linhas dela"))
                    .causaProvavel("a conexão da importação que falhou não voltou ao pool, ou voltou sem commit nem rollback")
                    .proximoPasso("feche a conexão também no caminho da falha (aula 03)")
                    .exigir(falha.isEmpty() && gravadas == 1);

            var terceira = tentar(pool, List.of(new Pedido("mais um", "Cliente", "obs", 1)));
            Mensagem.esperado("a terceira importação, depois de uma que deu certo, também tem conexão")
                    .visto(terceira.map(Object::toString).orElse("gravou"))
                    .causaProvavel("a conexão só é fechada no caminho da falha")
                    .proximoPasso("feche a conexão nos dois caminhos: um try-with-resources os cobre")
                    .exigir(terceira.isEmpty());
        }
    }

    @Test @Order(7)
    @DisplayName("não grava nem altera nada quando um código do arquivo já está no banco")
    void preservaOQueJaEstava_quandoUmCodigoSeRepete(Banco banco) throws SQLException {
        var arquivo = ArquivoDePedidos.em(banco);
        banco.executar("INSERT INTO pedidos (codigo, cliente, observacao, total_centavos) VALUES ('p1', 'Antigo', 'de ontem', 500)");

        tentar(banco.dataSource(), pedidos(10));

        var ontem = new ArquivoDePedidos.Linha("p1", "Antigo", "de ontem", 500);
        Mensagem.esperado("só o pedido de ontem, como estava: o banco recusa o código repetido, e é tudo ou nada")
                .visto(arquivo.linhas())
                .causaProvavel("um ON CONFLICT aceita o que o banco recusaria, ou a falha é desfeita com um DELETE, que apaga também o que já estava")
                .proximoPasso("deixe o banco recusar e desfaça com rollback(): só ele sabe o que é desta importação")
                .exigir(arquivo.linhas().equals(List.of(ontem)));
    }

    @Test @Order(8)
    @DisplayName("avisa quem chamou quando um código já está no banco ou se repete no arquivo")
    void lancaSQLException_quandoUmCodigoSeRepete(Banco banco) {
        ArquivoDePedidos.em(banco);
        banco.executar("INSERT INTO pedidos (codigo, cliente, observacao, total_centavos) VALUES ('p1', 'Antigo', 'de ontem', 500)");
        var repetidoNoArquivo = List.of(new Pedido("r1", "Ana", "primeira vez", 100), new Pedido("r1", "Eva", "de novo", 200));

        exigirRecusa(tentar(banco.dataSource(), pedidos(10)), "SQLException: o código p1 já está no banco");
        exigirRecusa(tentar(banco.dataSource(), repetidoNoArquivo), "SQLException: o código r1 aparece duas vezes no arquivo");
    }

    @Test @Order(9)
    @DisplayName("não grava nada e devolve zero quando o arquivo está vazio")
    void devolveZero_quandoOArquivoEstaVazio(Banco banco) throws SQLException {
        var arquivo = ArquivoDePedidos.em(banco);

        int devolvido = new ImportadorDePedidos(banco.dataSource()).importar(List.of());

        Mensagem.esperado("0 devolvido e 0 linhas para um arquivo vazio")
                .visto(devolvido + " devolvido e " + arquivo.gravados() + " linhas")
                .causaProvavel("o lote final é enviado mesmo sem nenhum pedido")
                .proximoPasso("decida o que o seu código faz quando não há o que enviar")
                .exigir(devolvido == 0 && arquivo.gravados() == 0);
    }

    private static void exigirRecusa(Optional<Exception> falha, String esperado) {
        Mensagem.esperado(esperado)
                .visto(falha.isEmpty() ? "importar() voltou como se tudo tivesse dado certo" : falha.get())
                .causaProvavel("um ON CONFLICT, um mapa por código ou um catch ficou com a recusa para si")
                .proximoPasso("envie o arquivo como veio, e deixe a recusa do banco seguir até quem chamou")
                .exigir(falha.filter(SQLException.class::isInstance).isPresent());
    }

    private static String primeiraDiferenca(List<Pedido> enviados, List<Pedido> gravados) {
        return IntStream.range(0, enviados.size())
                .filter(i -> i >= gravados.size() || !gravados.get(i).equals(enviados.get(i))).boxed().findFirst()
                .map(i -> "enviado " + enviados.get(i) + ", gravado " + (i < gravados.size() ? gravados.get(i) : "nada"))
                .orElse(gravados.size() + " pedidos gravados");
    }

    private static Optional<Exception> tentar(DataSource banco, List<Pedido> pedidos) {
        try {
            new ImportadorDePedidos(banco).importar(pedidos);
            return Optional.empty();
        } catch (SQLException | RuntimeException e) {
            return Optional.of(e);
        }
    }

    private static List<Pedido> pedidos(int quantos) {
        return IntStream.rangeClosed(1, quantos).mapToObj(i -> new Pedido("p" + i, "Cliente " + i, "obs " + i, i)).toList();
    }

    /// O pedido do meio tem total zero, que o `CHECK` da tabela recusa.
    private static List<Pedido> comUmRecusado(int quantos) {
        var lista = new ArrayList<>(pedidos(quantos));
        int meio = quantos / 2;
        lista.set(meio, new Pedido("p-recusado", "Cliente", "obs", 0));
        return Collections.unmodifiableList(lista);
    }
}
