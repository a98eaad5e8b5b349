package exemplos.aula05_consultas;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/// Uma conexão através de [FioDoPostgres]: copia as mensagens nos dois sentidos e conta as esperas do cliente.
///
/// Fonte: PostgreSQL 18, «Message Formats» do protocolo 3.0.
final class ConversaNoFio {
    private static final int ABERTURA = 0;
    private static final int QUERY = 'Q';
    private static final int SYNC = 'S';
    /// Parse, Bind, Describe, Execute e Close: só são respondidas por inteiro depois de um `Sync`.
    private static final String ATE_O_SYNC = "PBDEC";
    private static final int READY_FOR_QUERY = 'Z';
    private static final int COPY_IN_RESPONSE = 'G';
    private static final int BYTES_DO_TAMANHO = 4;
    private static final int BUFFER = 1 << 16;

    private final AtomicInteger pedidos = new AtomicInteger();
    private final AtomicBoolean faltaSync = new AtomicBoolean();
    private final AtomicLong idasEVoltas;
    private final AtomicLong bytesDoServidor;

    ConversaNoFio(AtomicLong idasEVoltas, AtomicLong bytesDoServidor) {
        this.idasEVoltas = idasEVoltas;
        this.bytesDoServidor = bytesDoServidor;
    }

    /// Do cliente: a primeira mensagem não tem byte de tipo. Ela e cada `Query` ou `Sync` pedem um `ReadyForQuery`.
    void levar(Socket cliente, Socket servidor) {
        copiar(cliente, servidor, true, (tipo, _) -> {
            if (tipo == ABERTURA || tipo == QUERY || tipo == SYNC) {
                pedidos.incrementAndGet();
                faltaSync.set(false);
            } else if (ATE_O_SYNC.indexOf(tipo) >= 0) {
                faltaSync.set(true);
            }
        });
    }

    /// Do servidor: a ida e volta termina quando ele respondeu a tudo o que foi pedido e o cliente não está no meio de um
    /// pedido. Um `BEGIN` enviado de carona não é uma, ainda que a resposta dele chegue enquanto o resto é enviado.
    void trazer(Socket servidor, Socket cliente) {
        copiar(servidor, cliente, false, (tipo, bytes) -> {
            bytesDoServidor.addAndGet(bytes);
            boolean respondeuTudo = tipo == READY_FOR_QUERY && pedidos.decrementAndGet() == 0 && !faltaSync.get();
            if (respondeuTudo || tipo == COPY_IN_RESPONSE) {
                idasEVoltas.incrementAndGet();
            }
        });
    }

    /// Copia mensagem por mensagem: um byte de tipo, quatro de tamanho (que se inclui) e o corpo.
    ///
    /// Só despacha quando leu tudo o que já chegou: assim o que o cliente mandou junto é contado antes da resposta.
    private static void copiar(Socket de, Socket para, boolean comAbertura, BiConsumer<Integer, Integer> aoVer) {
        try {
            var entrada = new DataInputStream(new BufferedInputStream(de.getInputStream(), BUFFER));
            var saida = new DataOutputStream(new BufferedOutputStream(para.getOutputStream(), BUFFER));
            for (int tipo = comAbertura ? ABERTURA : entrada.read(); tipo >= 0; tipo = entrada.read()) {
                int tamanho = entrada.readInt();
                byte[] corpo = entrada.readNBytes(tamanho - BYTES_DO_TAMANHO);
                aoVer.accept(tipo, 1 + tamanho);
                if (tipo != ABERTURA) {
                    saida.writeByte(tipo);
                }
                saida.writeInt(tamanho);
                saida.write(corpo);
                if (entrada.available() == 0) {
                    saida.flush();
                }
            }
        } catch (IOException e) {
            // Um dos lados fechou; quem chamou fecha o outro.
        }
    }
}
