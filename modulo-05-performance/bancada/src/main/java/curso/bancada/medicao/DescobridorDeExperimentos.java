package curso.bancada.medicao;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Acha os experimentos de `exemplos.aulaNN_*`: classes públicas que implementam [Experimento].
///
/// Olha só as entradas dadas (pastas de classes ou jars) e só carrega classes desses pacotes, sem as dos
/// subpacotes (onde o JMH põe as que gera). A classe é carregada sem ser inicializada.
public final class DescobridorDeExperimentos {

    private static final Pattern CLASSE = Pattern.compile("exemplos/(aula\\d{2}_[a-z0-9_]+)/([A-Za-z0-9_]+)\\.class");

    private final List<Path> entradas;
    private final ClassLoader carregador;

    /// Procura em `entradas`, carregando as classes por `carregador`.
    public DescobridorDeExperimentos(List<Path> entradas, ClassLoader carregador) {
        this.entradas = List.copyOf(entradas);
        this.carregador = carregador;
    }

    /// Procura no classpath deste processo.
    public static DescobridorDeExperimentos noClasspath() {
        var entradas = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(e -> !e.isEmpty()).map(Path::of).toList();
        return new DescobridorDeExperimentos(entradas, DescobridorDeExperimentos.class.getClassLoader());
    }

    /// Devolve os experimentos de uma aula (`03`), na ordem dos nomes.
    ///
    /// @throws MedicaoInvalida se dois têm o mesmo nome ou se um se diz de outra aula
    public List<Experimento> daAula(String aula) {
        var prefixo = "exemplos.aula" + aula + "_";
        return unicos(nomesDeClasses().filter(n -> n.startsWith(prefixo)).flatMap(this::experimento).toList());
    }

    /// Devolve os experimentos de todas as aulas, na ordem das aulas e dos nomes.
    public List<Experimento> todos() {
        return unicos(nomesDeClasses().flatMap(this::experimento).toList());
    }

    private static List<Experimento> unicos(List<Experimento> achados) {
        var porNome = new TreeMap<String, Experimento>();
        for (var experimento : achados) {
            var ficha = experimento.ficha();
            var aulaDoPacote = experimento.getClass().getPackageName().substring("exemplos.aula".length());
            if (!aulaDoPacote.startsWith(ficha.aula() + "_")) {
                throw new MedicaoInvalida("%s se diz da aula %s; a ficha e o pacote têm de dizer a mesma aula"
                        .formatted(experimento.getClass().getName(), ficha.aula()));
            }
            var repetido = porNome.put(ficha.aula() + " " + ficha.nome(), experimento);
            if (repetido != null) {
                throw new MedicaoInvalida("%s e %s têm o mesmo nome, «%s»; dê outro a um deles".formatted(
                        repetido.getClass().getName(), experimento.getClass().getName(), ficha.nome()));
            }
        }
        return List.copyOf(porNome.values());
    }

    private Stream<String> nomesDeClasses() {
        return entradas.stream().flatMap(e -> arquivos(e).stream())
                .map(CLASSE::matcher).filter(m -> m.matches())
                .map(m -> "exemplos." + m.group(1) + "." + m.group(2))
                .distinct().sorted(Comparator.naturalOrder());
    }

    private static List<String> arquivos(Path entrada) {
        try {
            if (Files.isDirectory(entrada)) {
                return Files.isDirectory(entrada.resolve("exemplos")) ? sob(entrada, entrada.resolve("exemplos")) : List.of();
            }
            if (!Files.isRegularFile(entrada) || !entrada.toString().endsWith(".jar")) {
                return List.of();
            }
            try (var jar = new ZipFile(entrada.toFile())) {
                return jar.stream().map(ZipEntry::getName).filter(n -> n.startsWith("exemplos/")).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("não deu para ler " + entrada, e);
        }
    }

    private static List<String> sob(Path raiz, Path pasta) throws IOException {
        try (var achados = Files.find(pasta, 2, (_, atributos) -> atributos.isRegularFile())) {
            return achados.map(f -> raiz.relativize(f).toString().replace('\\', '/')).toList();
        }
    }

    private Stream<Experimento> experimento(String nome) {
        try {
            var classe = Class.forName(nome, false, carregador);
            boolean serve = Experimento.class.isAssignableFrom(classe) && Modifier.isPublic(classe.getModifiers())
                    && !Modifier.isAbstract(classe.getModifiers());
            return serve ? Stream.of((Experimento) classe.getConstructor().newInstance()) : Stream.empty();
        } catch (NoSuchMethodException e) {
            throw new MedicaoInvalida(nome + " é um experimento sem construtor público sem argumentos", e);
        } catch (InvocationTargetException e) {
            throw new MedicaoInvalida("%s falhou ao ser criado: %s".formatted(nome, e.getCause()), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new MedicaoInvalida("%s não carrega: %s. Compile os exemplos de novo".formatted(nome, e), e);
        }
    }
}
