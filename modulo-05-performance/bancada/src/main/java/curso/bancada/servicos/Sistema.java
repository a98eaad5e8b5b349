package curso.bancada.servicos;

import java.util.List;
import java.util.Locale;

/// O sistema em que estamos, nos nomes que os jars de binários usam.
record Sistema(String nome, String arquitetura) {
    static Sistema atual() {
        return de(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Sistema de(String nomeDaJvm, String arquiteturaDaJvm) {
        String nome = nomeDaJvm.toLowerCase(Locale.ROOT);
        String arquitetura = arquiteturaDaJvm.toLowerCase(Locale.ROOT);
        return new Sistema(nome.startsWith("mac") ? "darwin" : nome.startsWith("windows") ? "windows" : nome,
                arquitetura.equals("aarch64") ? "arm64" : arquitetura.equals("x86_64") ? "amd64" : arquitetura);
    }

    boolean windows() {
        return nome.equals("windows");
    }

    String executavel(String programa) {
        return windows() ? programa + ".exe" : programa;
    }

    /// Os recursos que podem trazer o PostgreSQL, do mais próprio ao que ainda serve por emulação.
    List<String> recursosDoPostgres() {
        String proprio = "/postgres-%s-%s.txz".formatted(nome, arquitetura.equals("arm64") ? "arm_64" : "x86_64");
        String emulado = "/postgres-%s-x86_64.txz".formatted(nome);
        return proprio.equals(emulado) ? List.of(proprio) : List.of(proprio, emulado);
    }

    String recursoDoRedis() {
        return "/redis-server-7.0.15-%s-%s".formatted(nome, arquitetura);
    }
}
