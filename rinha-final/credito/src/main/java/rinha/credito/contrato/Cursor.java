package rinha.credito.contrato;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import rinha.credito.conta.Lancamento;

/// De onde a próxima página continua, num texto opaco preso ao cliente.
///
/// Não é assinado: quem o forja só alcança outra página do mesmo extrato, que já podia ler.
public record Cursor(int cliente, long antesDe) {
    /// Antes de todas: a primeira página.
    public static final long INICIO = Long.MAX_VALUE;

    private static final byte VERSAO = 1;
    private static final int TAMANHO = 1 + Integer.BYTES + Long.BYTES;
    private static final int TAMANHO_EM_TEXTO = 18;

    public static Cursor depoisDe(int cliente, Lancamento ultimo) {
        return new Cursor(cliente, ultimo.numero());
    }

    public String texto() {
        var bytes = ByteBuffer.allocate(TAMANHO).put(VERSAO).putInt(cliente).putLong(antesDe).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Vazio se o texto não saiu de [#texto()] ou é de outro cliente.
    public static Optional<Cursor> ler(String texto, int cliente) {
        if (texto.length() != TAMANHO_EM_TEXTO) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(texto));
            if (bytes.remaining() != TAMANHO || bytes.get() != VERSAO) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(bytes.getInt(), bytes.getLong())).filter(c -> c.cliente == cliente && c.antesDe > 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
