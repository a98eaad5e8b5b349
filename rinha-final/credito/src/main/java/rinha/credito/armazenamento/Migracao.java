package rinha.credito.armazenamento;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/// Um passo do esquema, lido de `migracoes/`. Depois de aplicado em algum banco, não muda mais: a correção é um passo novo.
record Migracao(int versao, String nome, String sql) {
    static List<Migracao> postgres() {
        return List.of(ler("postgres", "001-contas"), ler("postgres", "002-escrita-simples"), ler("postgres", "003-escrita-em-lote"),
                ler("postgres", "004-lote-de-uma"));
    }

    static List<Migracao> sqlite() {
        return List.of(ler("sqlite", "001-contas"));
    }

    /// Reconhece um passo que alguém editou depois de aplicado.
    long soma() {
        var crc = new CRC32();
        crc.update(sql.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    void conferir(long somaAplicada) {
        if (somaAplicada != soma()) {
            throw new IllegalStateException("""
                    A migração %s já foi aplicada com outro texto (soma %d, agora %d). \
                    Um passo aplicado não muda: desfaça a edição e escreva um passo novo.""".formatted(nome, somaAplicada, soma()));
        }
    }

    private static Migracao ler(String banco, String nome) {
        String caminho = "/migracoes/" + banco + "/" + nome + ".sql";
        try (var entrada = Migracao.class.getResourceAsStream(caminho)) {
            if (entrada == null) {
                throw new IllegalStateException("A migração " + caminho + " não está no jar: recompile o módulo");
            }
            return new Migracao(Integer.parseInt(nome.substring(0, 3)), nome, new String(entrada.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Não foi possível ler " + caminho, e);
        }
    }
}
