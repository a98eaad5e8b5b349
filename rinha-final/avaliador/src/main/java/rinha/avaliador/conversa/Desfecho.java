package rinha.avaliador.conversa;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import rinha.carga.Texto;
import rinha.carga.TipoDeErro;

/// Como um pedido terminou.
public sealed interface Desfecho {

    /// Veio uma resposta inteira.
    ///
    /// @param cabecalhos nomes em minúsculas; de um repetido, o primeiro
    record Respondeu(int status, Map<String, String> cabecalhos, byte[] corpo) implements Desfecho {

        public Optional<String> cabecalho(String nome) {
            return Optional.ofNullable(cabecalhos.get(nome));
        }

        public String texto() {
            return new String(corpo, StandardCharsets.UTF_8);
        }

        @Override
        public String emPalavras() {
            String para = status >= 300 && status < 400 ? cabecalho("location").map(l -> " para " + l).orElse("") : "";
            return corpo.length == 0 ? status + para + ", sem corpo" : status + para + " " + Texto.resumido(texto().strip());
        }
    }

    /// Não veio resposta que se possa entender.
    ///
    /// @param enviado se o pedido saiu inteiro ou em parte: nesse caso pode ter valido
    record SemResposta(TipoDeErro erro, String detalhe, boolean enviado) implements Desfecho {
        @Override
        public String emPalavras() {
            return erro.nome() + ": " + detalhe;
        }
    }

    /// Diz o que veio, para o achado.
    String emPalavras();
}
