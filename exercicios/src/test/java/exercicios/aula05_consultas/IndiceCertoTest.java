package exercicios.aula05_consultas;

import curso.bancada.correcao.Mensagem;
import curso.bancada.correcao.TesteDeExercicio;
import curso.bancada.instrumentos.PlanoDeConsulta;
import curso.bancada.servicos.Postgres;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TesteDeExercicio(value = "05.2", prazoEmSegundos = 20)
final class IndiceCertoTest {
    private static final Pattern CREATE_INDEX = Pattern.compile("\\s*CREATE\\s+(UNIQUE\\s+)?INDEX\\b[^;]*;?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMENTARIO = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final int KIB = 1024;

    private static Loja loja;

    @AfterAll
    static void fecharLoja() {
        if (loja != null) {
            loja.close();
            loja = null;
        }
    }

    @Test @Order(1)
    @DisplayName("só cria índices: não altera tabelas nem a configuração")
    void soCriaIndices_quandoDevolveOsComandos() {
        var outros = new IndiceCerto().comandos().stream()
                .filter(c -> !CREATE_INDEX.matcher(COMENTARIO.matcher(c).replaceAll(" ")).matches()).toList();
        Mensagem.esperado("só comandos CREATE INDEX, um por elemento da lista")
                .visto(outros)
                .causaProvavel("o comando muda o servidor ou a tabela, e não o caminho até os dados")
                .proximoPasso("resolva com índices: enable_seqscan serve para investigar um plano, não para consertá-lo")
                .exigir(outros.isEmpty());
    }

    @Test @Order(2)
    @DisplayName("o extrato acha tudo no índice, sem visitar a tabela")
    void extratoNaoVaiATabela_quandoOClienteTemMuitosPedidos(Postgres postgres) throws SQLException {
        var plano = plano(ConsultaDaLoja.EXTRATO, postgres);
        Mensagem.esperado("o extrato num Index Only Scan")
                .visto(visto(plano))
                .causaProvavel("o índice não tem todas as colunas que a consulta lê: cada linha achada custa uma página da tabela")
                .proximoPasso("leia «O índice que cobre» em teoria/05-consultas.md")
                .exigir(plano.tiposDeNo().contains("Index Only Scan"));
    }

    @Test @Order(3)
    @DisplayName("o extrato lê no máximo 20 páginas")
    void extratoLePoucasPaginas_quandoOPeriodoECurto(Postgres postgres) throws SQLException {
        cabe(plano(ConsultaDaLoja.EXTRATO, postgres), "pedidos", 20, "o extrato",
                "o índice não serve, ou a ordem das colunas espalha as linhas do cliente por páginas demais",
                "leia «A ordem das colunas» em teoria/05-consultas.md");
    }

    @Test @Order(4)
    @DisplayName("o extrato não varre a tabela em período nenhum")
    void extratoNuncaVarreATabela_quandoOPeriodoMuda(Postgres postgres) throws SQLException {
        var plano = plano(ConsultaDaLoja.EXTRATO, postgres);
        Mensagem.esperado("o extrato por um índice, em todo período")
                .visto(visto(plano))
                .causaProvavel("não há índice para o extrato, ou a condição do índice (WHERE criado_em …) deixa um período de fora")
                .proximoPasso("leia «O índice parcial» em teoria/05-consultas.md: a condição do índice é a que está escrita na consulta")
                .exigir(!plano.temVarreduraSequencial("pedidos"));
    }

    @Test @Order(5)
    @DisplayName("a entrada acha o e-mail em no máximo 10 páginas")
    void entradaLePoucasPaginas_quandoOEmailVemComOutrasMaiusculas(Postgres postgres) throws SQLException {
        cabe(plano(ConsultaDaLoja.ENTRADA, postgres), "clientes", 10, "a entrada",
                "a consulta procura lower(email), e um índice guarda só aquilo que foi pedido a ele",
                "leia «A função sobre a coluna» em teoria/05-consultas.md");
    }

    @Test @Order(6)
    @DisplayName("a fila lê no máximo 80 páginas")
    void filaLePoucasPaginas_quandoPoucosPedidosEstaoPendentes(Postgres postgres) throws SQLException {
        cabe(plano(ConsultaDaLoja.FILA, postgres), "pedidos", 80, "a fila",
                "nenhum índice entrega os pendentes já na ordem pedida",
                "leia «O índice parcial» em teoria/05-consultas.md");
    }

    @Test @Order(7)
    @DisplayName("os índices ocupam no máximo 4 MiB")
    void indicesCabemNoEspaco_quandoSomados(Postgres postgres) throws SQLException {
        var indices = loja(postgres).indices();
        long total = indices.stream().mapToLong(Loja.Indice::bytes).sum();
        Mensagem.esperado("no máximo 4.096 KiB em índices")
                .visto(total / KIB + " KiB: " + tamanhos(indices))
                .causaProvavel("algum índice guarda linhas que nenhuma das consultas procura")
                .proximoPasso("veja o maior da lista e pergunte quantas das suas entradas a consulta lê")
                .exigir(total <= 4_096L * KIB);
    }

    @Test @Order(8)
    @DisplayName("cada índice é usado por ao menos uma das consultas")
    void todoIndiceEUsado_quandoAsTresConsultasRodam(Postgres postgres) throws SQLException {
        var feita = loja(postgres);
        var usados = feita.indicesUsados();
        var parados = feita.indices().stream().map(Loja.Indice::nome).filter(i -> !usados.contains(i)).toList();
        Mensagem.esperado("nenhum índice parado")
                .visto("ninguém usa " + parados)
                .causaProvavel("outro índice já atende a consulta, ou a consulta não procura por essa coluna assim")
                .proximoPasso("apague o que não é usado: cada índice é mantido a cada INSERT")
                .exigir(parados.isEmpty());
    }

    /// Chama o aluno em cada teste e refaz a loja só se os comandos mudaram.
    private static Loja loja(Postgres postgres) throws SQLException {
        List<String> comandos = new IndiceCerto().comandos();
        if (loja == null || !loja.foiFeitaCom(comandos)) {
            fecharLoja();
            loja = Loja.com(comandos, postgres);
        }
        return loja;
    }

    private static PlanoDeConsulta plano(ConsultaDaLoja consulta, Postgres postgres) throws SQLException {
        return loja(postgres).plano(consulta);
    }

    private static void cabe(PlanoDeConsulta plano, String tabela, int paginas, String nome, String causa, String passo) {
        Mensagem.esperado(nome + " em no máximo " + paginas + " páginas, sem varrer " + tabela)
                .visto(visto(plano))
                .causaProvavel(causa)
                .proximoPasso(passo)
                .exigir(plano.buffersTocados() <= paginas && !plano.temVarreduraSequencial(tabela));
    }

    private static String visto(PlanoDeConsulta plano) {
        return "%d páginas, nós %s, índices %s".formatted(plano.buffersTocados(), plano.tiposDeNo(), plano.indicesUsados());
    }

    private static String tamanhos(List<Loja.Indice> indices) {
        return indices.stream().map(i -> i.nome() + " " + i.bytes() / KIB + " KiB").collect(Collectors.joining(", "));
    }
}
