package exercicios.aula01_threads;

import curso.bancada.correcao.PrazoElastico;
import java.time.Duration;

/// Segura quem chega até que `partes` estejam dentro juntas, e conta quantas chegaram a estar.
///
/// Se o encontro não acontece no limite, contado de quando o primeiro chegou, desiste de vez: solta quem está dentro e não segura mais ninguém. Assim
/// o código que faz uma coisa de cada vez termina logo, e o teste diz o que viu em vez de travar.
final class Encontro {

    private final int partes;
    private final Duration limite;
    private PrazoElastico prazo;
    private int dentro;
    private int pico;
    private boolean soltos;

    Encontro(int partes, Duration limite) {
        this.partes = partes;
        this.limite = limite;
    }

    /// Entra, espera as outras partes (ou a desistência) e sai.
    synchronized void esperar() throws InterruptedException {
        prazo = prazo == null ? PrazoElastico.de(limite) : prazo;
        dentro++;
        pico = Math.max(pico, dentro);
        try {
            if (dentro >= partes) {
                soltar();
            }
            while (!soltos) {
                if (prazo.venceu()) {
                    soltar();
                } else {
                    wait(Math.max(1, prazo.faltaNanos() / 1_000_000));
                }
            }
        } finally {
            dentro--;
        }
    }

    /// Quantos estiveram dentro ao mesmo tempo, no máximo.
    synchronized int pico() {
        return pico;
    }

    private void soltar() {
        soltos = true;
        notifyAll();
    }
}
