package rinha.carga.motor;

import rinha.carga.Pedido;

/// Por onde um pedido sai, um por vez. Quem despacha não precisa saber que há um socket atrás.
interface Canal {

    /// Envia o pedido, abrindo a conexão se preciso. O resultado chega pelo ouvinte, talvez já durante a chamada.
    ///
    /// @param horaMarcada de onde a latência é contada
    void enviar(Pedido pedido, long horaMarcada, long agora);

    /// Diz se há uma conexão aberta, pronta para o próximo pedido.
    boolean aberta();
}
