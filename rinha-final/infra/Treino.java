import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Faz a um servidor os pedidos que ele verá na Rinha, para que o cache AOT guarde as classes que importam.
///
/// Argumentos: a URL base e o caminho que responde 200 quando o servidor está pronto. Sai com 1 se ele não ficar pronto
/// a tempo, ou se nenhum pedido der 200: um cache treinado em erros seria pior que nenhum.
final class Treino {
    /// Folgado: a construção divide a máquina com outras, e quem desiste cedo obriga a construir tudo de novo.
    private static final Duration PRAZO = Duration.ofMinutes(5);
    private static final int VOLTAS = 300;

    private final HttpClient cliente = HttpClient.newHttpClient();
    private final String base;

    private Treino(String base) {
        this.base = base;
    }

    static void main(String[] argumentos) throws InterruptedException, IOException {
        var treino = new Treino(argumentos[0]);
        if (!treino.ficouPronto(argumentos[1])) {
            System.err.println("o servidor em %s não ficou pronto em %s".formatted(argumentos[0], PRAZO));
            System.exit(1);
        }
        int certos = 0;
        for (int i = 0; i < VOLTAS; i++) {
            certos += treino.volta(i % 5 + 1);
        }
        System.out.println("treino: %d respostas 200".formatted(certos));
        System.exit(certos > VOLTAS ? 0 : 1);
    }

    private boolean ficouPronto(String caminho) throws InterruptedException {
        long fim = System.nanoTime() + PRAZO.toNanos();
        while (System.nanoTime() - fim < 0) {
            try {
                if (status("GET", caminho, "") == 200) {
                    return true;
                }
            } catch (IOException e) {
                // Ainda subindo: tenta de novo até o prazo.
            }
            Thread.sleep(100);
        }
        return false;
    }

    private int volta(int cliente) throws IOException, InterruptedException {
        int certos = 0;
        for (String tipo : new String[] {"d", "c"}) {
            String corpo = "{\"valor\": 1, \"tipo\": \"%s\", \"descricao\": \"treino\"}".formatted(tipo);
            certos += status("POST", "/clientes/" + cliente + "/transacoes", corpo) == 200 ? 1 : 0;
        }
        certos += status("GET", "/clientes/" + cliente + "/extrato", "") == 200 ? 1 : 0;
        // Os caminhos de erro também são treinados; destes não se espera 200.
        status("POST", "/clientes/" + cliente + "/transacoes", "{\"valor\": 1.2, \"tipo\": \"x\"}");
        status("GET", "/clientes/6/extrato", "");
        return certos;
    }

    private int status(String metodo, String caminho, String corpo) throws IOException, InterruptedException {
        var pedido = HttpRequest.newBuilder(URI.create(base + caminho)).timeout(Duration.ofSeconds(30)).header("Content-Type", "application/json")
                .method(metodo, corpo.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(corpo)).build();
        return cliente.send(pedido, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
