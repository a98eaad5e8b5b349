package curso.auditoria;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Conta os vereditos da auditoria longa, mostra o andamento e deixa um resumo em `target/`, também se ela for interrompida.
final class RegistroDaLonga {

    private static final Duration ENTRE_AVISOS = Duration.ofSeconds(15);

    private final String onde;
    private final int total;
    private final Path arquivo;
    private final long inicio = System.nanoTime();
    private final Map<String, Contagem> porExercicio = new TreeMap<>();
    private final List<String> divergencias = new ArrayList<>();
    private int feitos;
    private long avisado = inicio;

    private static final class Contagem {
        int vereditos;
        int divergentes;
        double segundos;
    }

    RegistroDaLonga(String onde, int total, Path arquivo) {
        this.onde = onde;
        this.total = total;
        this.arquivo = arquivo;
    }

    /// Anota um veredito; `divergencia` é `null` se ele foi o declarado.
    synchronized void anotar(String exercicio, String prova, Duration duracao, Throwable divergencia) throws IOException {
        Contagem contagem = porExercicio.computeIfAbsent(exercicio, _ -> new Contagem());
        contagem.vereditos++;
        contagem.segundos += duracao.toMillis() / 1e3;
        feitos++;
        if (divergencia != null) {
            contagem.divergentes++;
            divergencias.add("%s, %s, com %s:%n%s".formatted(exercicio, prova, onde, divergencia.getMessage()));
        }
        if (divergencia != null || feitos == total || System.nanoTime() - avisado > ENTRE_AVISOS.toNanos()) {
            avisado = System.nanoTime();
            System.out.printf("auditoria longa, %s: %d de %d, %s, %s, divergências: %d%n",
                    onde, feitos, total, exercicio, tempo(), divergencias.size());
            Files.writeString(arquivo, resumo());
        }
    }

    synchronized List<String> divergencias() {
        return List.copyOf(divergencias);
    }

    synchronized String resumo() {
        StringBuilder texto = new StringBuilder("Auditoria longa, %s: %d de %d vereditos em %s, divergências: %d%n%n"
                .formatted(onde, feitos, total, tempo(), divergencias.size()));
        texto.append("exercício   vereditos   divergências   média por veredito%n".formatted());
        porExercicio.forEach((numero, c) -> texto.append("%-11s %9d   %12d   %16.1f s%n"
                .formatted(numero, c.vereditos, c.divergentes, c.segundos / c.vereditos)));
        divergencias.forEach(d -> texto.append("\n").append(d));
        return texto.toString();
    }

    private String tempo() {
        Duration passou = Duration.ofNanos(System.nanoTime() - inicio);
        return "%d min %02d s".formatted(passou.toMinutes(), passou.toSecondsPart());
    }
}
