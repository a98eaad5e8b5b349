package curso.cli.maquina;

import curso.bancada.servicos.FalhaDeServico;
import curso.bancada.servicos.Origem;
import curso.bancada.servicos.Servicos;
import curso.cli.terminal.Andamento;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Sobe cada serviço, usa-o e o fecha.
final class ConferenciaDeServicos {

    private final Andamento andamento;
    private final List<Achado> achados = new ArrayList<>();

    private ConferenciaDeServicos(Andamento andamento) {
        this.andamento = andamento;
    }

    static List<Achado> fazer(Andamento andamento) {
        var conferencia = new ConferenciaDeServicos(andamento);
        conferencia.subirTodos();
        return List.copyOf(conferencia.achados);
    }

    private void subirTodos() {
        try (var servicos = Servicos.abrir()) {
            servico("PostgreSQL", () -> {
                var postgres = servicos.postgres();
                try (var banco = postgres.novoBanco()) {
                    return postgres.versao() + ", " + origem(postgres.origem()) + ", responde a SELECT " + banco.numero("SELECT 1");
                }
            });
            servico("Redis", () -> {
                var redis = servicos.redis();
                return origem(redis.origem()) + ", porta " + redis.porta() + (redis.vivo() ? "" : ", mas não responde");
            });
            servico("Mensageria", () -> {
                var broker = servicos.mensageria();
                return "AMQP " + origem(broker.origem()) + (broker.vivo() ? "" : ", mas não responde");
            });
        } catch (FalhaDeServico e) {
            achados.add(Achado.errado("Serviços", primeiraLinha(e), e.proximoPasso()));
        }
    }

    private void servico(String nome, Supplier<String> subir) {
        andamento.mostrar("subindo " + nome + "…");
        long inicio = System.nanoTime();
        try {
            var visto = subir.get();
            achados.add(Achado.certo(nome, visto + " (" + (System.nanoTime() - inicio) / 1_000_000 + " ms)"));
        } catch (FalhaDeServico e) {
            achados.add(Achado.errado(nome, primeiraLinha(e), e.proximoPasso()));
        } catch (RuntimeException e) {
            achados.add(Achado.errado(nome, "não subiu: " + e.getMessage(), "./curso diagnostico --verboso mostra a pilha."));
        }
    }

    private static String origem(Origem origem) {
        return switch (origem) {
            case ENDERECO -> "por endereço";
            case DOCKER -> "em contêiner";
            case EMBUTIDO -> "embutido";
        };
    }

    private static String primeiraLinha(RuntimeException e) {
        return e.getMessage().lines().findFirst().orElse("falhou");
    }
}
