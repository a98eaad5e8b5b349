package rinha.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import curso.bancada.servicos.Banco;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import rinha.arena.sistema.SistemaNoAr;

/// O que depende do relógio, ou de poder montar um disco: fica na longa.
@Tag("longa")
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("O sistema inteiro, atacado: o que depende do relógio e do disco")
class FalhasLongasTest {
    private static final int CLIENTES = 12;
    private static final int MEBIBYTE = 1 << 20;
    private static final int DISCO_EM_MIB = 16;
    /// Deixa lugar para umas poucas páginas: as primeiras transações ainda cabem.
    private static final int SOBRA_EM_BYTES = 64 << 10;

    private SistemaNoAr sistema;
    private Banco banco;

    @BeforeAll
    void subir() {
        sistema = NoAr.sistema();
        banco = sistema.postgres().orElseThrow().banco();
    }

    @Test
    @DisplayName("kill −9 de uma API: um segundo depois, o balanceador já não erra")
    void naoErraMais_umSegundoDepoisDeUmaApiMorrer() throws Exception {
        var vitima = sistema.instancias().getFirst();
        try (var clientes = Clientes.iniciar(CLIENTES, sistema.porta())) {
            clientes.ateMais(500);
            long morreu = System.nanoTime();
            vitima.matar();
            clientes.ateMais(2_000);
            assertThat(clientes.ultimoErroDepoisDe(morreu)).as("%s", clientes.respostas()).isLessThan(Duration.ofSeconds(1));
            vitima.reiniciar();
            clientes.ateMais(100).parar().conferir(banco);
        }
    }

    @Test
    @DisplayName("Disco cheio: 503 claro, e quando há espaço a escrita volta sem reiniciar nada")
    void voltaSozinho_quandoODiscoEncheEEsvazia() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root") && Files.isExecutable(Path.of("/bin/mount")), "só root monta um disco pequeno");
        Path disco = montar();
        try (var clientes = Clientes.iniciar(CLIENTES, sistema.porta())) {
            banco.executar("create tablespace pequeno location '" + disco.resolve("dados") + "'");
            banco.executar("alter table transacoes set tablespace pequeno");
            banco.executar("alter index transacoes_pkey set tablespace pequeno");
            Path enchimento = encher(disco);
            clientes.ate("503", 20);
            Files.delete(enchimento);
            clientes.ateMais(200).parar();
            assertThat(clientes.respostas().keySet()).as("%s", clientes.respostas()).isSubsetOf("200", "422", "503");
            clientes.conferir(banco);
        } finally {
            banco.executar("alter table transacoes set tablespace pg_default");
            banco.executar("alter index transacoes_pkey set tablespace pg_default");
            banco.executar("drop tablespace if exists pequeno");
            executar("umount", disco.toString());
            Files.delete(disco);
        }
    }

    /// Um disco em memória, com uma pasta que o dono do PostgreSQL pode escrever.
    private Path montar() throws IOException, InterruptedException, SQLException {
        Path disco = Files.createTempDirectory("curso-disco");
        executar("mount", "-t", "tmpfs", "-o", "size=" + DISCO_EM_MIB + "m,mode=755", "tmpfs", disco.toString());
        Path dados = Files.createDirectory(disco.resolve("dados"));
        Files.getFileAttributeView(dados, FileOwnerAttributeView.class).setOwner(Files.getOwner(pastaDoPostgres()));
        return disco;
    }

    private Path pastaDoPostgres() throws SQLException {
        try (var conexao = banco.dataSource().getConnection(); var comando = conexao.createStatement(); var linha = comando.executeQuery("show data_directory")) {
            linha.next();
            return Path.of(linha.getString(1));
        }
    }

    private static Path encher(Path disco) throws IOException {
        FileStore espaco = Files.getFileStore(disco);
        Path enchimento = disco.resolve("enchimento");
        try (var saida = Files.newOutputStream(enchimento)) {
            byte[] bloco = new byte[SOBRA_EM_BYTES];
            while (espaco.getUsableSpace() > 2L * SOBRA_EM_BYTES && Files.size(enchimento) < (long) DISCO_EM_MIB * MEBIBYTE) {
                saida.write(bloco);
                saida.flush();
            }
        }
        return enchimento;
    }

    private static void executar(String... linha) throws IOException, InterruptedException {
        var processo = new ProcessBuilder(linha).redirectErrorStream(true).start();
        String texto = new String(processo.getInputStream().readAllBytes());
        assertThat(processo.waitFor(20, TimeUnit.SECONDS)).as("%s terminou", linha[0]).isTrue();
        assertThat(processo.exitValue()).as("%s: %s", linha[0], texto).isZero();
    }
}
