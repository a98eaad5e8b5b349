package rinha.credito;

import curso.bancada.servicos.Banco;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Onde as instâncias de um teste guardam as contas: um banco ou um arquivo só deste teste, apagado no fim.
final class Deposito implements AutoCloseable {
    private final Cenario cenario;
    private final Optional<Banco> banco;
    private final Path pasta;

    private Deposito(Cenario cenario, Optional<Banco> banco, Path pasta) {
        this.cenario = cenario;
        this.banco = banco;
        this.pasta = pasta;
    }

    static Deposito novo(Cenario cenario) {
        return abrir(cenario, cenario.noPostgres() ? Optional.of(Bancos.novo()) : Optional.empty());
    }

    private static Deposito abrir(Cenario cenario, Optional<Banco> banco) {
        try {
            return new Deposito(cenario, banco, Files.createTempDirectory("credito-teste"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// No banco que o teste abriu, e que fecha duas vezes sem mal.
    static Deposito em(Cenario cenario, Banco banco) {
        return abrir(cenario, Optional.of(banco));
    }

    /// O ambiente de uma instância que usa este depósito.
    Map<String, String> ambiente() {
        var ambiente = new HashMap<>(cenario.ambiente());
        ambiente.put("CREDITO_ENDERECO", "127.0.0.1");
        ambiente.put("CREDITO_PORTA", "0");
        ambiente.put("CREDITO_DRENO_MS", "0");
        ambiente.put("CREDITO_RESET", "sim");
        ambiente.put("CREDITO_SQLITE_ARQUIVO", pasta.resolve("credito.db").toString());
        banco.ifPresent(b -> {
            ambiente.put("CREDITO_POSTGRES_URL", b.url());
            ambiente.put("CREDITO_POSTGRES_USUARIO", b.usuario());
            ambiente.put("CREDITO_POSTGRES_SENHA", b.senha());
        });
        return ambiente;
    }

    Instancia instancia(String... variaveisEValores) {
        var ambiente = ambiente();
        for (int i = 0; i < variaveisEValores.length; i += 2) {
            ambiente.put(variaveisEValores[i], variaveisEValores[i + 1]);
        }
        return Instancia.noAr(ambiente);
    }

    Banco banco() {
        return banco.orElseThrow();
    }

    @Override
    public void close() {
        banco.ifPresent(Banco::close);
        try (var arquivos = Files.list(pasta)) {
            for (var arquivo : arquivos.toList()) {
                Files.delete(arquivo);
            }
            Files.delete(pasta);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
