package curso.cli.experimento;

import curso.bancada.medicao.Ficha;
import curso.cli.nucleo.Contexto;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Conversa com a pessoa antes de medir: qual experimento e qual o palpite.
final class Pergunta {

    private static final int TENTATIVAS = 3;

    private final Contexto contexto;
    private final BufferedReader entrada;

    Pergunta(Contexto contexto) {
        this.contexto = contexto;
        this.entrada = new BufferedReader(new InputStreamReader(contexto.entrada(), StandardCharsets.UTF_8));
    }

    /// Pergunta qual rodar; Enter escolhe o sugerido, `t` todos. Vazio quando a pessoa desiste.
    List<Ficha> qual(List<Ficha> fichas, Ficha sugerida) {
        for (int i = 0; i < TENTATIVAS; i++) {
            var resposta = ler("  Qual? [1 a " + fichas.size() + ", t todos, Enter = " + (fichas.indexOf(sugerida) + 1) + ", q sai] ");
            if (resposta.isEmpty() || resposta.get().equalsIgnoreCase("q")) {
                return List.of();
            }
            if (resposta.get().isEmpty()) {
                return List.of(sugerida);
            }
            if (resposta.get().equalsIgnoreCase("t")) {
                return fichas;
            }
            var escolhida = escolhida(fichas, resposta.get());
            if (escolhida.isPresent()) {
                return List.of(escolhida.get());
            }
            contexto.tela().linha("  Não há «" + resposta.get() + "» na lista: digite um número de 1 a " + fichas.size() + ", ou o nome.");
        }
        contexto.tela().linha("  Nenhum escolhido; nada foi medido.");
        return List.of();
    }

    private static Optional<Ficha> escolhida(List<Ficha> fichas, String resposta) {
        if (resposta.matches("\\d{1,2}")) {
            int numero = Integer.parseInt(resposta);
            return numero >= 1 && numero <= fichas.size() ? Optional.of(fichas.get(numero - 1)) : Optional.empty();
        }
        return fichas.stream().filter(f -> f.nome().equalsIgnoreCase(resposta)).findFirst();
    }

    /// Pergunta o palpite; Enter passa sem palpite.
    OptionalDouble palpite(Ficha ficha) {
        contexto.tela().linha();
        contexto.tela().paragrafo("  ", contexto.tela().pincel().negrito(ficha.pergunta()));
        contexto.tela().paragrafo("  ", ficha.palpite());
        for (int i = 0; i < TENTATIVAS; i++) {
            var resposta = ler("  Seu palpite (Enter para não dar): ");
            if (resposta.isEmpty() || resposta.get().isEmpty()) {
                return OptionalDouble.empty();
            }
            var numero = numero(resposta.get());
            if (numero.isPresent()) {
                return numero;
            }
            contexto.tela().linha("  Não entendi «" + resposta.get() + "» como número. Exemplos: 12, 1,5, 2.000.");
        }
        return OptionalDouble.empty();
    }

    /// Lê um número como se escreve no Brasil (`1.500,5`) ou nos programas (`1500.5`); aceita um `x` ou `%` no fim.
    static OptionalDouble numero(String texto) {
        var limpo = texto.strip().toLowerCase(java.util.Locale.ROOT).replaceFirst("\\s*(x|vezes|%|ms|s)$", "");
        if (limpo.matches("\\d{1,3}(\\.\\d{3})+(,\\d+)?") || limpo.matches("\\d+,\\d+")) {
            limpo = limpo.replace(".", "").replace(',', '.');
        }
        return limpo.matches("\\d{1,15}(\\.\\d{1,9})?") ? OptionalDouble.of(Double.parseDouble(limpo)) : OptionalDouble.empty();
    }

    private Optional<String> ler(String pergunta) {
        contexto.tela().saida().print(pergunta);
        contexto.tela().saida().flush();
        try {
            var resposta = Optional.ofNullable(entrada.readLine()).map(String::strip);
            if (resposta.isEmpty()) {
                contexto.tela().linha(); // Ctrl-D não muda de linha
            }
            return resposta;
        } catch (IOException e) {
            throw new UncheckedIOException("não consegui ler a resposta: " + e.getMessage(), e);
        }
    }
}
