package curso.bancada.medicao;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// O que uma execução de um experimento mostrou, com o que é preciso para repeti-la. É imutável.
///
/// @param ficha      o experimento
/// @param maquina    onde se mediu
/// @param data       quando terminou
/// @param comando    o comando que repete
/// @param curto      se foi a execução de fumaça, cujos números não servem de referência
/// @param tabelas    números medidos
/// @param afirmacoes o que se afirmou e o veredito
/// @param resposta   contra o que se confronta o palpite
/// @param notas      para onde o leitor deve olhar
public record Resultado(Ficha ficha, Maquina maquina, Instant data, String comando, boolean curto,
                        List<Tabela> tabelas, List<Afirmacao> afirmacoes, Optional<Resposta> resposta,
                        List<String> notas) {

    /// A grandeza que se pediu para adivinhar, como esta execução a mediu.
    public record Resposta(double valor, String unidade) {
        public Resposta {
            Exigir.que(Double.isFinite(valor), "resposta do palpite: %s não é um número", valor);
            Exigir.texto(unidade, "unidade da resposta do palpite");
        }

        public String texto() {
            return Numeros.significativos(valor) + " " + unidade;
        }
    }

    public Resultado {
        tabelas = List.copyOf(tabelas);
        afirmacoes = List.copyOf(afirmacoes);
        notas = List.copyOf(notas);
        Exigir.que(!tabelas.isEmpty(), "o experimento %s não deu nenhuma tabela", ficha.nome());
    }

    /// Começa um resultado do experimento desta ficha.
    public static Construtor de(Ficha ficha) {
        return new Construtor(ficha);
    }

    /// Devolve o mesmo resultado com o comando que o produziu e se a execução foi curta.
    public Resultado produzidoPor(String comando, boolean curto) {
        return new Resultado(ficha, maquina, data, comando, curto, tabelas, afirmacoes, resposta, notas);
    }

    /// Junta as partes de um resultado; [#pronto()] acrescenta máquina e data.
    public static final class Construtor {

        private final Ficha ficha;
        private final List<Tabela> tabelas = new ArrayList<>();
        private final List<Afirmacao> afirmacoes = new ArrayList<>();
        private final List<String> notas = new ArrayList<>();
        private Resposta resposta;

        private Construtor(Ficha ficha) {
            this.ficha = ficha;
        }

        /// Acrescenta uma tabela de números medidos.
        public Construtor tabela(Tabela tabela) {
            tabelas.add(tabela);
            return this;
        }

        /// Afirma uma contagem: vale ou não vale.
        public Construtor afirmar(String frase, boolean vale, String observado) {
            afirmacoes.add(Afirmacao.de(frase, vale, observado));
            return this;
        }

        /// Afirma o que já foi julgado, com o observado que diz mais que a razão.
        public Construtor afirmar(Afirmacao afirmacao) {
            afirmacoes.add(afirmacao);
            return this;
        }

        /// Afirma que a razão B/A é ao menos `razaoMinima`; o intervalo de 95% decide.
        public Construtor afirmar(String frase, Comparacao comparacao, double razaoMinima) {
            afirmacoes.add(Afirmacao.de(frase, comparacao, razaoMinima));
            return this;
        }

        /// Afirma que a razão B/A vai de `razaoMinima` a `razaoMaxima`; o intervalo de 95% decide.
        public Construtor afirmar(String frase, Comparacao comparacao, double razaoMinima, double razaoMaxima) {
            afirmacoes.add(Afirmacao.de(frase, comparacao, razaoMinima, razaoMaxima));
            return this;
        }

        /// Diz o valor contra o qual se confronta o palpite.
        public Construtor respostaDoPalpite(double valor, String unidade) {
            resposta = new Resposta(valor, unidade);
            return this;
        }

        /// Diz para onde o leitor deve olhar.
        public Construtor nota(String nota) {
            Exigir.texto(nota, "nota");
            notas.add(nota);
            return this;
        }

        /// Fecha o resultado com a máquina e a hora de agora.
        public Resultado pronto() {
            return new Resultado(ficha, Maquina.desta(), Instant.now(), "./curso exemplo " + ficha.aula() + " "
                    + ficha.nome(), false, tabelas, afirmacoes, Optional.ofNullable(resposta), notas);
        }
    }
}
