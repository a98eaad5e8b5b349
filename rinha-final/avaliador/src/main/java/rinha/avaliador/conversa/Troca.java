package rinha.avaliador.conversa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/// Um pedido e o que veio dele.
///
/// @param enviado o pedido, como uma pessoa o lê
public record Troca(String enviado, Desfecho desfecho) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /// Devolve o status, ou 0 se não houve resposta.
    public int status() {
        return desfecho instanceof Desfecho.Respondeu r ? r.status() : 0;
    }

    /// Diz se o servidor deu a transação por feita; exatamente 200, como o contrato pede, é outra pergunta.
    public boolean aceita() {
        return status() >= 200 && status() < 300;
    }

    public boolean respondida() {
        return desfecho instanceof Desfecho.Respondeu;
    }

    /// Devolve o corpo como JSON; vazio se não há corpo, ou se ele não é um JSON só.
    public Optional<JsonNode> json() {
        if (!(desfecho instanceof Desfecho.Respondeu r) || r.corpo().length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readTree(r.texto())).filter(n -> !n.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    public String veio() {
        return desfecho.emPalavras();
    }
}
