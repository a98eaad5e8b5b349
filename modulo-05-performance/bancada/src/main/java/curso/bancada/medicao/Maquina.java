package curso.bancada.medicao;

/// Onde se mediu: sem isto um número não quer dizer nada.
///
/// @param processador modelo do processador, como o sistema o diz
/// @param nucleos     processadores que a JVM usa
/// @param memoriaMib  memória da máquina (ou do contêiner), em MiB
/// @param sistema     sistema operacional e arquitetura
/// @param jdk         versão da JVM e quem a distribui
public record Maquina(String processador, int nucleos, long memoriaMib, String sistema, String jdk) {

    public Maquina {
        Exigir.texto(processador, "processador");
        Exigir.que(nucleos > 0, "núcleos: %d; são ao menos 1", nucleos);
        Exigir.texto(sistema, "sistema");
        Exigir.texto(jdk, "jdk");
    }

    /// Descreve a máquina em que este processo roda.
    public static Maquina desta() {
        return DescricaoDaMaquina.ler();
    }

    /// Devolve tudo numa linha, para legendas.
    public String frase() {
        return "%s, %d %s, %s GiB, %s, JDK %s".formatted(processador, nucleos,
                nucleos == 1 ? "núcleo" : "núcleos", Numeros.comCasas(memoriaMib / 1024.0, 1), sistema, jdk);
    }
}
