package rinha.arena.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rinha.arena.Recusa;

@DisplayName("Os relatórios em .curso/rinha")
class PastaDeResultadosTest {
    @Test
    @DisplayName("Um relatório que falha no meio deixa o anterior inteiro, nada ao lado, e diz por quê")
    void deixaOAnterior_quandoFalhaNoMeio(@TempDir Path raiz) throws IOException {
        var pasta = PastaDeResultados.preparar(raiz);
        pasta.gravar("avaliacao.json", arquivo -> Files.writeString(arquivo, "o anterior"));

        assertThatThrownBy(() -> pasta.gravar("avaliacao.json", arquivo -> {
            Files.writeString(arquivo, "meta");
            throw new IOException("No space left on device");
        })).isInstanceOf(Recusa.class).hasMessageContainingAll("avaliacao.json", "o disco está cheio");

        assertThat(pasta.arquivo("avaliacao.json")).hasContent("o anterior");
        assertThat(raiz.resolve(".curso/rinha")).isDirectoryNotContaining("glob:**.novo").isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    @DisplayName("Um arquivo no lugar da pasta é recusado sem nome de exceção")
    void recusa_quandoHaUmArquivoNoLugar(@TempDir Path raiz) throws IOException {
        Files.createDirectories(raiz.resolve(".curso"));
        Files.writeString(raiz.resolve(".curso/rinha"), "");

        assertThatThrownBy(() -> PastaDeResultados.preparar(raiz)).isInstanceOf(Recusa.class).hasMessageContaining("não é uma pasta").hasMessageNotContaining("Exception");
    }

    @Test
    @DisplayName("Um disco só de leitura é dito em português, sem nome de exceção")
    void recusa_quandoODiscoESoDeLeitura(@TempDir Path raiz) {
        var pasta = PastaDeResultados.preparar(raiz);

        assertThatThrownBy(() -> pasta.gravar("carga.json", arquivo -> {
            throw new FileSystemException(arquivo.toString(), null, "Read-only file system");
        })).isInstanceOf(Recusa.class).hasMessageContaining("o disco é só de leitura").hasMessageNotContaining("Exception");
    }
}
