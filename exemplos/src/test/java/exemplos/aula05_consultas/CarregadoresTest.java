package exemplos.aula05_consultas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import curso.bancada.servicos.Banco;
import curso.bancada.servicos.Servicos;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Jeitos de inserir: o que fica no banco")
final class CarregadoresTest {
    private static final List<Evento> TEXTOS_DIFICEIS = List.of(
            new Evento(1, "copo d'água", "diz \"oi\", e sai", 1), new Evento(2, "", "duas\nlinhas", 2), new Evento(3, "\\N", "c:\\tmp", 3));

    private static Servicos servicos;
    private static Banco banco;

    @BeforeAll
    static void abrir() {
        servicos = Servicos.abrir();
        banco = servicos.postgres().novoBanco();
        banco.executar(Evento.TABELA);
    }

    @AfterAll
    static void fechar() {
        banco.close();
        servicos.close();
    }

    @BeforeEach
    void esvaziar() {
        banco.executar("TRUNCATE eventos");
    }

    @ParameterizedTest
    @EnumSource(JeitoDeInserir.class)
    @DisplayName("grava os textos como vieram, também com aspas e quebras de linha")
    void gravaOsTextosComoVieram_quandoTemAspas(JeitoDeInserir jeito) throws Exception {
        try (var conexao = jeito.conectar(banco, banco.host(), banco.porta())) {
            jeito.carregador.carregar(conexao, TEXTOS_DIFICEIS);
            List<Evento> gravados = new ArrayList<>();
            try (var linhas = conexao.createStatement().executeQuery("SELECT id, origem, texto, valor FROM eventos ORDER BY id")) {
                while (linhas.next()) {
                    gravados.add(new Evento(linhas.getLong(1), linhas.getString(2), linhas.getString(3), linhas.getLong(4)));
                }
            }
            assertThat(gravados).isEqualTo(TEXTOS_DIFICEIS);
        }
    }

    @ParameterizedTest
    @EnumSource(JeitoDeInserir.class)
    @DisplayName("com uma linha repetida no fim, só o autocommit deixa as anteriores")
    void deixaTudoOuNada_quandoAUltimaLinhaERecusada(JeitoDeInserir jeito) throws Exception {
        var eventos = new ArrayList<>(Evento.muitos(1_200));
        eventos.add(eventos.getFirst());
        try (var conexao = jeito.conectar(banco, banco.host(), banco.porta())) {
            assertThatThrownBy(() -> jeito.carregador.carregar(conexao, eventos)).isInstanceOf(SQLException.class);
            assertThat(conexao.getAutoCommit()).as("autocommit religado").isTrue();
        }
        assertThat(banco.numero("SELECT count(*) FROM eventos")).isEqualTo(jeito == JeitoDeInserir.AUTOCOMMIT ? 1_200 : 0);
    }

    @Test
    @DisplayName("um lote sem transação deixa no banco o que veio antes da linha recusada")
    void deixaPedacos_quandoOLoteNaoTemTransacao() throws Exception {
        var eventos = new ArrayList<>(Evento.muitos(1_200));
        eventos.add(eventos.getFirst());
        try (var conexao = banco.dataSource().getConnection()) {
            assertThatThrownBy(() -> new CargaEmLoteSemTransacao().carregar(conexao, eventos)).isInstanceOf(SQLException.class);
        }
        assertThat(banco.numero("SELECT count(*) FROM eventos")).isPositive().isLessThan(1_201);
    }

    @Test
    @DisplayName("com o texto no comando, uma aspa quebra o INSERT e um texto mal-intencionado apaga a tabela")
    void executaOTexto_quandoEleEntraNoComando() throws Exception {
        var carga = new CargaComTextoNoComando();
        try (var conexao = banco.dataSource().getConnection()) {
            assertThatThrownBy(() -> carga.carregar(conexao, TEXTOS_DIFICEIS)).isInstanceOf(SQLException.class);
            carga.carregar(conexao, Evento.muitos(10));
            carga.carregar(conexao, List.of(new Evento(11, "web", "x', 0); DELETE FROM eventos; --", 11)));
        }
        assertThat(banco.numero("SELECT count(*) FROM eventos")).isZero();
    }

    @Test
    @DisplayName("um lote de 600 linhas são três idas e voltas e o COMMIT: o driver para a cada 256 e no fim")
    void contaAsParadasDoDriver_quandoOLoteEGrande() throws Exception {
        try (var fio = FioDoPostgres.ate(banco.host(), banco.porta()); var conexao = Fontes.conectar(banco, fio.host(), fio.porta())) {
            for (int vez = 0; vez < 10; vez++) {
                banco.executar("TRUNCATE eventos");
                fio.zerar();
                Transacao.em(conexao, () -> new CargaEmLoteSemTransacao().carregar(conexao, Evento.muitos(600)));
                assertThat(fio.idasEVoltas()).as("na vez " + vez).isEqualTo(4);
            }
        }
    }

    @Test
    @DisplayName("o fio conta uma ida e volta por consulta, e nenhuma pelo BEGIN que vai de carona")
    void contaIdasEVoltas_quandoHaTransacao() throws Exception {
        try (var fio = FioDoPostgres.ate(banco.host(), banco.porta()); var conexao = Fontes.conectar(banco, fio.host(), fio.porta())) {
            fio.zerar();
            Transacao.em(conexao, () -> {
                try (var consulta = conexao.prepareStatement("SELECT 1")) {
                    consulta.executeQuery().close();
                    consulta.executeQuery().close();
                }
            });
            assertThat(fio.idasEVoltas()).as("duas consultas e o COMMIT").isEqualTo(3);
        }
    }
}
