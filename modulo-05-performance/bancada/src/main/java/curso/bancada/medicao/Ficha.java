package curso.bancada.medicao;

import java.time.Duration;
import java.util.regex.Pattern;

/// Apresenta um experimento antes de ele rodar.
///
/// @param aula       número da aula com dois algarismos: `03`
/// @param nome       nome na linha de comando, minúsculas e hifens: `conexao-por-requisicao`
/// @param pergunta   a pergunta que o experimento responde
/// @param palpite    o que se pede ao leitor antes de ver: «Quantas vezes mais rápido é…?»
/// @param estimativa quanto leva numa máquina comum
public record Ficha(String aula, String nome, String pergunta, String palpite, Duration estimativa) {

    private static final Pattern AULA = Pattern.compile("\\d{2}");
    private static final Pattern NOME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Ficha {
        Exigir.que(aula != null && AULA.matcher(aula).matches(),
                "aula «%s»: são dois algarismos, como em 03", aula);
        Exigir.que(nome != null && NOME.matcher(nome).matches(),
                "nome de experimento «%s»: use minúsculas, algarismos e hifens, como em n-mais-um", nome);
        Exigir.texto(pergunta, "pergunta do experimento " + nome);
        Exigir.texto(palpite, "palpite do experimento " + nome);
        Exigir.que(estimativa != null && estimativa.isPositive(),
                "estimativa do experimento %s: %s; diga uma duração maior que zero", nome, estimativa);
    }
}
