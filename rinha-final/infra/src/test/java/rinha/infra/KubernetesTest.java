package rinha.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Kubernetes: cada manifesto cabe no modelo oficial da API")
final class KubernetesTest {
    static Stream<Arguments> manifestos() {
        return Arquivos.um("kubernetes/kustomization.yaml").get("resources").valueStream().map(JsonNode::asText)
                .flatMap(arquivo -> Arquivos.documentos("kubernetes/" + arquivo).stream().map(m -> Arguments.of(arquivo + " " + m.get("kind").asText(), m.toString())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manifestos")
    @DisplayName("Não há campo inventado, campo que falta nem valor de outro tipo")
    void cabeNoModelo(String nome, String manifesto) {
        assertThatCode(() -> ModeloDoKubernetes.conferir(manifesto)).as(nome).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("Nenhum manifesto escapou: são seis")
    void leTodos() {
        assertThat(manifestos()).hasSize(6);
    }

    @ParameterizedTest(name = "{0} no lugar de {1}")
    @CsvSource(delimiter = ';', textBlock = """
            "readinessProbe";"readinesProbe"
            "selector";"seletor"
            "containerPort":8080;"containerPort":"oito mil"
            "memory":"256Mi";"memory":"256Mx"
            """)
    @DisplayName("Um erro plantado no Deployment é recusado")
    void recusa_quandoHaErro(String certo, String errado) {
        String deployment = Arquivos.documentos("kubernetes/credito.yaml").getFirst().toString();
        assertThat(deployment).contains(certo);

        assertThatThrownBy(() -> ModeloDoKubernetes.conferir(deployment.replace(certo, errado))).isInstanceOf(RuntimeException.class);
    }
}
