package rinha.infra;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Map;

/// O modelo oficial da API do Kubernetes, gerado da especificação OpenAPI dele: lança exceção para o manifesto que a API recusaria.
///
/// Só a forma: valores que só o servidor conhece, como o nome de uma classe de armazenamento, passam.
final class ModeloDoKubernetes {
    private static final Map<String, Tipo> TIPOS = Map.of(
            "apps/v1 Deployment", new Tipo(V1Deployment.class, V1Deployment::validateJsonElement),
            "apps/v1 StatefulSet", new Tipo(V1StatefulSet.class, V1StatefulSet::validateJsonElement),
            "v1 Service", new Tipo(V1Service.class, V1Service::validateJsonElement),
            "autoscaling/v2 HorizontalPodAutoscaler", new Tipo(V2HorizontalPodAutoscaler.class, V2HorizontalPodAutoscaler::validateJsonElement),
            "policy/v1 PodDisruptionBudget", new Tipo(V1PodDisruptionBudget.class, V1PodDisruptionBudget::validateJsonElement));

    /// O Gson puro não lê datas; o resto (quantidades, número ou texto) o modelo ensina.
    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(OffsetDateTime.class, (JsonDeserializer<OffsetDateTime>) (data, _, _) -> OffsetDateTime.parse(data.getAsString())).create();

    private ModeloDoKubernetes() {}

    static void conferir(String json) throws IOException {
        var manifesto = JsonParser.parseString(json).getAsJsonObject();
        String nome = manifesto.get("apiVersion").getAsString() + " " + manifesto.get("kind").getAsString();
        var tipo = TIPOS.get(nome);
        if (tipo == null) {
            throw new IllegalArgumentException("não há modelo para «%s»; há para %s".formatted(nome, TIPOS.keySet()));
        }
        tipo.campos().conferir(manifesto);
        GSON.fromJson(manifesto, tipo.classe());
    }

    /// A conferência vê os campos, os que sobram e os que faltam; ler para a classe vê os valores.
    private record Tipo(Class<?> classe, Campos campos) {}

    @FunctionalInterface
    private interface Campos {
        void conferir(JsonElement manifesto) throws IOException;
    }
}
