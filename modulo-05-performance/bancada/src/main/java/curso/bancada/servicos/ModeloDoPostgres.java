package curso.bancada.servicos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Um cluster recém-criado por `initdb`, feito uma vez, empacotado e desempacotado a cada início: bem mais rápido do que repetir o `initdb`.
final class ModeloDoPostgres {
    static final String USUARIO = "curso";
    private static final String DADOS = "dados";
    private static final String PACOTE = "dados.tar";
    private static final String SENHA = "senha";
    private static final int PRAZO_DO_INITDB_S = 120;
    /// O provedor embutido ordena por código e sabe maiúsculas com acento, igual em todo sistema.
    private static final List<String> OPCOES = List.of("-U", USUARIO, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C",
            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions");

    private ModeloDoPostgres() {}

    /// A chave junta versão e opções: mudou uma delas, é outro modelo.
    static PastaPronta em(Cache cache, Path binarios, ContaDoPostgres conta) throws IOException {
        String chave = BinariosDoPostgres.recurso().impressao() + "-" + Integer.toHexString((OPCOES + PACOTE).hashCode());
        return cache.pasta("modelo-" + chave, vazia -> criar(vazia, binarios, conta));
    }

    /// Cria em `destino` um cluster novo; `IOException` se o modelo não está inteiro.
    static void copiar(Path modelo, Path destino) throws IOException {
        if (!Manifesto.confere(modelo)) {
            throw new IOException("o modelo em %s não está inteiro".formatted(modelo));
        }
        Tar.desempacotar(modelo.resolve(PACOTE), destino);
    }

    static String senha(Path modelo) throws IOException {
        return Files.readString(modelo.resolve(SENHA));
    }

    private static void criar(Path pasta, Path binarios, ContaDoPostgres conta) throws IOException {
        byte[] acaso = new byte[16];
        new SecureRandom().nextBytes(acaso);
        Path senha = Files.writeString(pasta.resolve(SENHA), HexFormat.of().formatHex(acaso));
        Path saida = pasta.resolve("initdb.log");
        var linha = new ArrayList<>(conta.prefixo());
        linha.addAll(List.of(binarios.resolve("bin").resolve(Sistema.atual().executavel("initdb")).toString(),
                "-D", pasta.resolve(DADOS).toString(), "--pwfile", senha.toString()));
        linha.addAll(OPCOES);
        var construtor = new ProcessBuilder(linha).directory(pasta.toFile()).redirectErrorStream(true).redirectOutput(saida.toFile());
        conta.entregar(pasta);
        construtor.environment().put("LC_ALL", "C");
        construtor.environment().put("TZ", "UTC");
        esperar(construtor.start(), saida);
        Files.delete(saida);
        Tar.criar(pasta.resolve(DADOS), pasta.resolve(PACOTE));
        Arquivos.apagar(pasta.resolve(DADOS));
    }

    private static void esperar(Process initdb, Path saida) throws IOException {
        try {
            if (!initdb.waitFor(PRAZO_DO_INITDB_S, TimeUnit.SECONDS)) {
                initdb.destroyForcibly();
                throw new FalhaDeServico("O PostgreSQL não criou o primeiro banco em %d s".formatted(PRAZO_DO_INITDB_S),
                        "isto acontece uma vez por máquina e leva uns segundos", "a máquina está muito ocupada: feche o que puder e rode de novo");
            }
            if (initdb.exitValue() != 0) {
                throw new IOException("o initdb saiu com código %d: %s".formatted(initdb.exitValue(), Files.readString(saida).strip()));
            }
        } catch (InterruptedException e) {
            initdb.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("a espera pelo initdb foi interrompida", e);
        }
    }
}
