package curso.cli.lancador;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Diz o que mudou desde a última construção. No Windows quem pergunta é o próprio programa, já aberto; nos outros
/// sistemas o lançador vê sozinho.
public final class EmDia {

    /// Código com que o programa pede ao lançador para construir e abrir de novo (EX_TEMPFAIL, de sysexits.h).
    public static final int CONSTRUA = 75;

    /// Uma rede que não responde demora a falhar: quem não tem rede não espera por ela a cada ./curso.
    static final int MINUTOS_ENTRE_TENTATIVAS = 10;

    private static final String BANCADA = "modulo-05-performance/bancada/";
    static final List<String> DA_BASE = List.of("pom.xml", BANCADA + "pom.xml", BANCADA + "src/main",
            "modulo-05-performance/curso/pom.xml", "modulo-05-performance/curso/src/main");
    static final List<String> DOS_EXEMPLOS = List.of("pom.xml", "exemplos/pom.xml", "exemplos/src/main", BANCADA + "pom.xml");
    static final List<String> DA_RINHA = List.of("pom.xml", "rinha-final/pom.xml", BANCADA + "pom.xml", BANCADA + "src/main", "rinha-final/infra/jvm");
    static final List<String> MODULOS_DA_RINHA = List.of("credito", "balanceador", "carga", "avaliador", "arena");

    private final Oficina oficina;

    EmDia(Oficina oficina) {
        this.oficina = oficina;
    }

    /// Verdadeiro se o lançador pediu a conferência (`-Dcurso.conferir=sim`) e há o que construir para este comando.
    public static boolean falta(Path raiz, String... argumentos) {
        var emDia = new EmDia(Oficina.de(raiz));
        return "sim".equals(System.getProperty("curso.conferir")) && !Tarefa.pedidas(List.of(argumentos)).stream().allMatch(emDia::em);
    }

    boolean em(Tarefa tarefa) {
        try {
            return switch (tarefa) {
                // Sem os argumentos, quem construiu foi o lançador dos outros sistemas, que não precisa deles.
                case BASE -> construcao("atual", "base.ok", DA_BASE) && Files.isRegularFile(oficina.atual("atual").orElseThrow().resolve("argumentos"));
                case EXEMPLOS -> Files.isRegularFile(oficina.raiz().resolve("exemplos/target/classpath.txt"))
                        && Files.isDirectory(oficina.raiz().resolve("exemplos/target/classes")) && !maisNova("exemplos.ok", DOS_EXEMPLOS);
                case RINHA -> construcao("rinha", "rinha.ok", fontesDaRinha());
                case SEM_REDE -> tentouHaPouco() || repositorioCompleto();
            };
        } catch (IOException _) {
            return false; // sem poder conferir, construir de novo é o lado seguro
        }
    }

    private static List<String> fontesDaRinha() {
        var fontes = new ArrayList<>(DA_RINHA);
        for (var modulo : MODULOS_DA_RINHA) {
            fontes.addAll(List.of("rinha-final/" + modulo + "/pom.xml", "rinha-final/" + modulo + "/src/main"));
        }
        return fontes;
    }

    private boolean construcao(String nome, String carimbo, List<String> fontes) throws IOException {
        var pasta = oficina.atual(nome);
        return pasta.isPresent() && Files.readString(pasta.get().resolve("jdk")).strip().equals(Oficina.jdk())
                && bibliotecasPresentes(Files.readString(pasta.get().resolve("classpath")).strip()) && !maisNova(carimbo, fontes);
    }

    /// A JVM ignora calada um jar que sumiu, e a falha viria depois, sem dizer por quê.
    private static boolean bibliotecasPresentes(String classpath) {
        return Arrays.stream(classpath.split(File.pathSeparator)).allMatch(entrada -> Files.exists(Path.of(entrada)));
    }

    private boolean tentouHaPouco() throws IOException {
        var falhou = oficina.arquivo("maven.falhou");
        return Files.exists(falhou)
                && Files.getLastModifiedTime(falhou).toInstant().isAfter(Instant.now().minusSeconds(60L * MINUTOS_ENTRE_TENTATIVAS));
    }

    /// Quem limpou ~/.m2, ou passou a usar CURSO_M2, precisa de tudo de novo.
    private boolean repositorioCompleto() throws IOException {
        var repositorio = Repositorio.de(oficina).pasta();
        if (!Files.readString(oficina.arquivo("maven.ok")).strip().equals(repositorio.toString())) {
            return false;
        }
        boolean cheio = repositorio.equals(oficina.pasta()) || Files.isDirectory(repositorio.resolve("org/apache/maven/surefire/surefire-junit-platform"));
        return cheio && !maisNova("maven.ok", poms());
    }

    private List<String> poms() throws IOException {
        try (var tudo = Files.find(oficina.raiz(), 3, (p, _) -> p.endsWith("pom.xml"))) {
            return tudo.map(p -> oficina.raiz().relativize(p).toString()).toList();
        }
    }

    /// Alguma fonte mudou depois do carimbo? Pasta com arquivo apagado também conta como mudança.
    private boolean maisNova(String carimbo, List<String> fontes) throws IOException {
        var feitoEm = Files.getLastModifiedTime(oficina.arquivo(carimbo));
        for (var fonte : fontes) {
            try (Stream<Path> tudo = Files.find(oficina.raiz().resolve(fonte), Integer.MAX_VALUE,
                    (_, atributos) -> atributos.lastModifiedTime().compareTo(feitoEm) > 0)) {
                if (tudo.findFirst().isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }
}
