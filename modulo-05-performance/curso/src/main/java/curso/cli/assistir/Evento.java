package curso.cli.assistir;

import curso.bancada.correcao.ResultadoDeTeste;
import curso.bancada.correcao.Veredito;
import curso.cli.nucleo.Escolha.Exercicio;
import java.nio.file.Path;

/// O que acontece enquanto se assiste; a sessão atende um de cada vez.
sealed interface Evento {

    /// Um arquivo vigiado pode ter mudado.
    record Mudou(Path arquivo) implements Evento {}

    record Teclou(char letra) implements Evento {}

    record TestouUm(Exercicio exercicio, ResultadoDeTeste teste) implements Evento {}

    record Corrigiu(Exercicio exercicio, Veredito veredito, long milis) implements Evento {}

    /// A correção não pôde acontecer; a sessão mostra por quê e segue.
    record NaoCorrigiu(Exercicio exercicio, RuntimeException falha) implements Evento {}

    record Sair() implements Evento {}
}
