package rinha.credito.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import rinha.credito.armazenamento.Armazenamento;
import rinha.credito.armazenamento.FalhaDeArmazenamento;

/// `GET /health` (o processo vive?) e `GET /ready` (mando pedidos para ele?).
final class RotasDeSaude {
    private static final byte[] VIVO = "{\"status\":\"UP\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FORA = "{\"status\":\"DOWN\"}".getBytes(StandardCharsets.US_ASCII);

    private final Armazenamento armazenamento;
    private final BooleanSupplier preparado;
    private final Saida saida;

    RotasDeSaude(Armazenamento armazenamento, BooleanSupplier preparado, Saida saida) {
        this.armazenamento = armazenamento;
        this.preparado = preparado;
        this.saida = saida;
    }

    /// Não pergunta ao banco: reiniciar este processo não conserta o banco.
    void saude(Context ctx) throws IOException {
        Resposta.json(ctx, VIVO);
    }

    void prontidao(Context ctx) throws IOException {
        if (!saida.anunciada() && preparado.getAsBoolean() && bancoResponde()) {
            Resposta.json(ctx, VIVO);
        } else {
            Resposta.escrever(ctx, 503, "application/json", FORA);
        }
    }

    private boolean bancoResponde() {
        try {
            armazenamento.verificar();
            return true;
        } catch (FalhaDeArmazenamento e) {
            return false;
        }
    }
}
