package curso.bancada.instrumentos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// O plano que o PostgreSQL de fato executou, lido de `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)`.
///
/// A consulta é executada: um `UPDATE` explicado aqui altera linhas.
public final class PlanoDeConsulta {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String texto;
    private final JsonNode raiz;
    private final List<JsonNode> nos;

    private PlanoDeConsulta(String texto, JsonNode raiz) {
        this.texto = texto;
        this.raiz = raiz;
        this.nos = percorrer(raiz, new ArrayList<>());
    }

    /// Executa a consulta com os parâmetros ligados e lê o plano.
    public static PlanoDeConsulta explicar(Connection conexao, String sql, Object... parametros) throws SQLException {
        try (var comando = conexao.prepareStatement("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + sql)) {
            for (int i = 0; i < parametros.length; i++) {
                comando.setObject(i + 1, parametros[i]);
            }
            try (var linhas = comando.executeQuery()) {
                linhas.next();
                return de(linhas.getString(1));
            }
        }
    }

    static PlanoDeConsulta de(String json) {
        try {
            JsonNode plano = JSON.readTree(json).path(0).path("Plan");
            if (plano.isMissingNode()) {
                throw naoEhPlano(json, null);
            }
            return new PlanoDeConsulta(json, plano);
        } catch (JsonProcessingException e) {
            throw naoEhPlano(json, e);
        }
    }

    private static IllegalArgumentException naoEhPlano(String texto, Exception causa) {
        return new IllegalArgumentException("Veio «%s»; um plano é o JSON de EXPLAIN (FORMAT JSON); use explicar()".formatted(texto), causa);
    }

    /// Os índices que o plano percorreu, sem repetição, na ordem do plano.
    public List<String> indicesUsados() {
        return valores("Index Name");
    }

    /// Os tipos de nó (`Seq Scan`, `Index Only Scan`, `Nested Loop`…), sem repetição, da raiz para as folhas.
    public List<String> tiposDeNo() {
        return valores("Node Type");
    }

    /// Toques em páginas de 8 KiB, achadas na memória do servidor ou lidas de fora dela: a mesma página conta a cada visita.
    public long buffersTocados() {
        return raiz.path("Shared Hit Blocks").asLong() + raiz.path("Shared Read Blocks").asLong();
    }

    /// Linhas que a consulta devolveu (num `INSERT`, `UPDATE` ou `DELETE` sem `RETURNING`: zero).
    public long linhas() {
        return Math.round(raiz.path("Actual Rows").asDouble() * raiz.path("Actual Loops").asDouble(1));
    }

    /// Diz se a tabela foi lida do começo ao fim, também em paralelo.
    public boolean temVarreduraSequencial(String tabela) {
        return nos.stream().anyMatch(no -> no.path("Node Type").asText().equals("Seq Scan") && no.path("Relation Name").asText().equals(tabela));
    }

    /// O JSON do servidor, inteiro.
    public String texto() {
        return texto;
    }

    private List<String> valores(String campo) {
        return nos.stream().map(no -> no.path(campo).asText("")).filter(v -> !v.isEmpty()).distinct().toList();
    }

    private static List<JsonNode> percorrer(JsonNode no, List<JsonNode> vistos) {
        vistos.add(no);
        no.path("Plans").forEach(filho -> percorrer(filho, vistos));
        return vistos;
    }
}
