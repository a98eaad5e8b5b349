package rinha.carga.relatorio;

import rinha.carga.medida.Numeros;

/// Onde o gerador rodou: um número sem máquina não se compara.
public record Maquina(String sistema, String arquitetura, int processadores, String jdk, String coletor) {

    public static Maquina esta() {
        String coletor = java.lang.management.ManagementFactory.getGarbageCollectorMXBeans().getFirst().getName();
        return new Maquina(System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(), coletor);
    }

    /// Devolve uma linha para o pé do relatório.
    public String frase() {
        return "%s (%s), %s, JDK %s, %s".formatted(sistema, arquitetura,
                Numeros.quantos(processadores, "processador", "processadores"), jdk, coletor);
    }
}
