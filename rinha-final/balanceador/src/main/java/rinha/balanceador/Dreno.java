package rinha.balanceador;

import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import rinha.balanceador.config.Config;
import rinha.balanceador.proxy.Laco;

/// A ordem de sair: fechar a porta e anunciar, deixar passar o dreno, fechar as ociosas, esperar as que têm pedido, cortar o resto.
///
/// Fechar as ociosas já no começo cortaria o pedido que está a caminho por uma delas.
final class Dreno {
    private static final long PASSO_MS = 10;

    private Dreno() {}

    /// Fecha a porta, e daqui em diante cada resposta pede o fim da conexão; volta quando todos os laços sabem disso.
    ///
    /// As duas coisas na mesma volta do laço da porta: quem recebesse o aviso com ela aberta ligaria outra vez, ficaria na fila
    /// do sistema e seria cortado, com o pedido já mandado, quando ela fechasse.
    static void anunciar(List<Laco> lacos, Channel escuta) {
        var daPorta = lacos.stream().filter(laco -> laco.eventos() == escuta.eventLoop());
        var outros = lacos.stream().filter(laco -> laco.eventos() != escuta.eventLoop());
        Stream.concat(daPorta, outros).forEach(laco -> naThread(laco, () -> {
            if (laco.eventos() == escuta.eventLoop()) {
                escuta.close();
            }
            laco.anunciarSaida();
            return 0;
        }));
    }

    /// @return quantas conexões foram cortadas com um pedido em curso
    static int drenar(List<Laco> lacos, Config.Prazos prazos) {
        int restam = fecharOciosas(lacos, prazos.dreno().isZero());
        long fimDoDreno = System.nanoTime() + prazos.dreno().toNanos();
        long fim = fimDoDreno + prazos.encerramento().toNanos();
        while (restam > 0 && System.nanoTime() - fim < 0 && dormiu()) {
            restam = fecharOciosas(lacos, System.nanoTime() - fimDoDreno >= 0);
        }
        lacos.forEach(laco -> naThread(laco, () -> {
            laco.fechar();
            return 0;
        }));
        return restam;
    }

    private static int fecharOciosas(List<Laco> lacos, boolean fechar) {
        return lacos.stream().mapToInt(laco -> naThread(laco, () -> fechar ? laco.fecharOciosas() : laco.clientes())).sum();
    }

    private static boolean dormiu() {
        try {
            Thread.sleep(PASSO_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int naThread(Laco laco, Callable<Integer> acao) {
        try {
            return laco.eventos().submit(acao).get(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("O laço não respondeu ao encerramento", e);
        }
    }
}
