package curso.bancada.correcao;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Compilações guardadas numa pasta, para que uma JVM de correção aproveite a que outra já fez.
///
/// A pasta vale para um classpath só, e quem a dá é quem a apaga. Sem pasta, ou se o disco falha, nada se guarda e nada se acha: o
/// custo é só compilar de novo.
final class CompilacoesEmDisco {

    /// A propriedade da JVM de correção que diz qual é a pasta.
    static final String PROPRIEDADE = "curso.correcao.compilacoes";
    /// As dos testes de um exercício ocupam de 30 a 50 kB (`ls -l`, três exercícios); as de um arquivo do aluno, bem menos.
    private static final int GUARDADAS = 256;
    private static final String DO_ALUNO = "aluno/";
    private static final String DAS_OUTRAS = "outras/";
    /// O último item: um arquivo cortado não o tem.
    private static final String FIM = "fim";

    private final Optional<Path> pasta;
    private final int maximo;

    CompilacoesEmDisco(Optional<Path> pasta) {
        this(pasta, GUARDADAS);
    }

    CompilacoesEmDisco(Optional<Path> pasta, int maximo) {
        this.pasta = pasta;
        this.maximo = maximo;
    }

    /// As desta JVM.
    static CompilacoesEmDisco daJvm() {
        return new CompilacoesEmDisco(Optional.ofNullable(System.getProperty(PROPRIEDADE)).map(Path::of));
    }

    /// As classes do arquivo do aluno e as dos testes e apoios, compiladas juntas; ou só as primeiras.
    record Guardada(Map<String, byte[]> doAluno, Map<String, byte[]> outras) {}

    Optional<Guardada> ler(String chave) {
        return pasta.map(p -> p.resolve(chave)).filter(Files::isRegularFile).flatMap(CompilacoesEmDisco::abrir);
    }

    private static Optional<Guardada> abrir(Path arquivo) {
        Guardada lida = new Guardada(new HashMap<>(), new HashMap<>());
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(arquivo))) {
            for (ZipEntry item = zip.getNextEntry(); item != null; item = zip.getNextEntry()) {
                String nome = item.getName();
                if (nome.equals(FIM)) {
                    Files.setLastModifiedTime(arquivo, FileTime.fromMillis(System.currentTimeMillis()));
                    return Optional.of(lida);
                }
                boolean doAluno = nome.startsWith(DO_ALUNO);
                (doAluno ? lida.doAluno : lida.outras).put(nome.substring(nome.indexOf('/') + 1), zip.readAllBytes());
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void guardar(String chave, Guardada nova) {
        if (pasta.isEmpty()) {
            return;
        }
        try {
            if (!Files.isDirectory(pasta.get())) {
                // Só ela: se a pasta de cima se foi, outra construção a apagou.
                Files.createDirectory(pasta.get());
            }
            Path provisoria = Files.createTempFile(pasta.get(), chave, ".tmp");
            try {
                escrever(provisoria, nova);
                Files.move(provisoria, pasta.get().resolve(chave), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(provisoria);
            }
            esquecerAsMaisVelhas();
        } catch (IOException e) {
            // Sem disco, a próxima JVM compila de novo.
        }
    }

    private static void escrever(Path arquivo, Guardada nova) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(arquivo); ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            escrever(zip, DO_ALUNO, nova.doAluno);
            escrever(zip, DAS_OUTRAS, nova.outras);
            zip.putNextEntry(new ZipEntry(FIM));
        }
    }

    private static void escrever(ZipOutputStream zip, String de, Map<String, byte[]> classes) throws IOException {
        for (Map.Entry<String, byte[]> classe : classes.entrySet()) {
            zip.putNextEntry(new ZipEntry(de + classe.getKey()));
            zip.write(classe.getValue());
            zip.closeEntry();
        }
    }

    private void esquecerAsMaisVelhas() throws IOException {
        // Cada data se lê uma vez: outra JVM as muda, e uma ordenação em que elas mudam no meio falharia.
        Map<Path, Long> usadaEm = new HashMap<>();
        try (Stream<Path> arquivos = Files.list(pasta.orElseThrow())) {
            arquivos.forEach(arquivo -> usadaEm.put(arquivo, arquivo.toFile().lastModified()));
        }
        List<Path> velhas = usadaEm.keySet().stream().sorted(Comparator.comparing(usadaEm::get).reversed()).skip(maximo).toList();
        for (Path velha : velhas) {
            Files.deleteIfExists(velha);
        }
    }
}
