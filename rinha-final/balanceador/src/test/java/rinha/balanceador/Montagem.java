package rinha.balanceador;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import rinha.balanceador.config.Config;

/// Um balanceador em portas livres, sem sondas se o teste não as pedir, e encerramento breve.
final class Montagem {
    private Montagem() {}

    static Balanceador diante(List<ServidorFalso> servidores, String... opcoes) {
        String destinos = String.join(",", servidores.stream().map(ServidorFalso::endereco).toList());
        var todas = new ArrayList<>(List.of("--porta=0", "--admin-porta=0", "--servidores=" + destinos, "--estrategia=rodada",
                "--sonda-caminho=nenhum", "--dreno-ms=0", "--prazo-encerramento-ms=2000"));
        todas.addAll(Arrays.asList(opcoes));
        return Balanceador.iniciar(Config.de(Map.of(), todas.toArray(String[]::new)));
    }

    static Balanceador diante(ServidorFalso servidor, String... opcoes) {
        return diante(List.of(servidor), opcoes);
    }
}
